/** Two drivers in front of a store, with clients, in a network that loses what it likes. */
import {
  acknowledgedIsApplied,
  appliesAtMostOnce,
  type Claim,
  type ClientOperation,
  type CommandMeaning,
  checkLinearizable,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  findModel,
  historyClaim,
  type Json,
  messagesInBounds,
  type NemesisStep,
  nodeIds,
  Prng,
  present,
  readsAreAnswered,
  refusedIsNeverApplied,
  type Scenario,
  tellsWhatItKnows,
  wellFormedAnswers,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'

function fieldsOf(command: Json) {
  return command as { readonly op?: Json; readonly amount?: Json }
}

function meaningOf(command: Json): CommandMeaning | undefined {
  const { op, amount = null } = fieldsOf(command)
  return typeof op === 'string' ? { f: op, key: '', input: amount } : undefined
}

const COUNTER = present(findModel('counter'), 'core has a model of counters').make(0)

const wellFormed = wellFormedAnswers((command, answer) => {
  if (fieldsOf(command).op !== 'read') return answer === null ? undefined : 'null'
  return typeof answer === 'number' ? undefined : 'the number'
})

/** What a client was told, all of it together, must fit one shelf. */
const linearizable = historyClaim({
  claim: {
    id: 'linearizable',
    sentence: 'What the clients are told fits one shelf: each operation took effect at one moment.',
    source: 'Herlihy & Wing 1990, Linearizability',
    ask: 'Where did the driver have this number from, and how old was it?',
  },
  reading: { meaningOf },
  check: (history) => checkLinearizable(history, COUNTER, { stepsMax: 200_000 }),
})

const isRead = (command: Json) => fieldsOf(command).op === 'read'

/** What must hold in every run. Where several break at one event, the first here is named. */
export const OUTCOMES: readonly Claim[] = [
  wellFormed,
  acknowledgedIsApplied({ isRead, memory: 'durable' }),
  refusedIsNeverApplied({ memory: 'durable' }),
  appliesAtMostOnce({ memory: 'durable' }),
  tellsWhatItKnows(200 * MS),
  readsAreAnswered(SECOND),
  linearizable,
  messagesInBounds({ perSecondMax: 100, perRequestMax: 40 }),
]

interface DriverScenario {
  readonly id: string
  readonly seed: number
  readonly troublePermille: number
  readonly nemesis?: readonly NemesisStep[]
  readonly safetyMicros: number
  readonly lossPermille?: number
  /** How long nobody asks anything in the end: long enough, and who goes on for nothing shows. */
  readonly quietMicros?: number
}

const LAST_ASKING_MICROS = 400 * MS

/** Adds and reads while faults last, and reads alone once they are over. */
export function driverScenario(options: DriverScenario): Scenario {
  const { id, seed, troublePermille, nemesis = [], safetyMicros, lossPermille = 0 } = options
  const { quietMicros = 1_400 * MS } = options
  const prng = new Prng(seed, 'driver clients')
  const nodes = nodeIds(3)
  const clients = ['c1', 'c2', 'c3']
  const operations = clients.flatMap((client, place) => {
    const asked: ClientOperation[] = []
    let at = 20 * MS + prng.between(0, 60 * MS)
    for (let count = 1; at < safetyMicros + LAST_ASKING_MICROS; count++) {
      const isLast = at >= safetyMicros
      const name = `${client}-${count}`
      const body =
        isLast || prng.chance(450)
          ? { op: 'read', id: name }
          : { op: 'add', id: name, amount: prng.between(1, 9) }
      const timeoutMicros = isLast ? 2 * SECOND : 300 * MS
      asked.push({ at, client, node: nodes[place % 2] ?? 'n1', body, timeoutMicros })
      at += prng.between(20 * MS, 140 * MS)
    }
    return asked
  })
  return {
    id,
    nodes,
    clients,
    network: DEFAULT_NETWORK,
    nemesis: lossPermille === 0 ? nemesis : [lossyBetween(lossPermille), ...nemesis],
    operations: operations.sort((a, b) => a.at - b.at),
    settings: { troublePermille },
    safetyMicros,
    livenessMicros: LAST_ASKING_MICROS + quietMicros,
    budgets: DEFAULT_BUDGETS,
  }
}

function lossyBetween(lossPermille: number): NemesisStep {
  const nodes = nodeIds(3)
  const weather = {
    lossPermille,
    duplicatePermille: 100,
    delayMicrosMin: MS,
    delayMicrosMax: 90 * MS,
  }
  return { at: 0, fault: { kind: 'degrade', from: nodes, to: nodes, weather } }
}
