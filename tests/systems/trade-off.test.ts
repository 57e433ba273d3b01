/**
 * The reference points in the plot of the trade-off are what models of known designs give, in
 * the very scenario in which learners are measured. REWRITE=1 prints what they give now.
 */
import { expect, test } from 'vitest'
import { type Json, measureTradeOff, runScenario, type Scenario } from '#core'
import { REFERENCES } from '#labs/cap/reference-points.ts'
import { TRADE_OFF, tradeOffScenario } from '#labs/cap/trade-off.ts'
import { ClassHost, type NodeClass } from '#systems/class-host.ts'
import { ElectedRegister } from '#systems/elected-register/elected-register.ts'
import { COPIES_OF_HOME, HomeRegister } from '#systems/home-register/home-register.ts'
import { LeaderlessRegister } from '#systems/replicated-register/leaderless.ts'

const COMMON = { initial: 0, patienceMs: 200, beatMs: 50 }

const DESIGNS: readonly {
  readonly name: string
  readonly nodeClass: NodeClass
  readonly settings: Scenario['settings']
}[] = [
  {
    name: 'An elected leader that asks a majority',
    nodeClass: ElectedRegister,
    settings: {
      initial: 0,
      heartbeatMs: 50,
      electionMinMs: 150,
      electionMaxMs: 300,
      preVote: true,
      checkQuorum: true,
    },
  },
  {
    name: 'Majorities without a leader',
    nodeClass: LeaderlessRegister,
    settings: {
      ...COMMON,
      r: 3,
      w: 3,
      versions: 'asked',
      readRepair: 'before',
      whenCutOff: 'refuse',
      repairMs: 0,
    },
  },
  {
    name: 'One home for writes, reads from the nearest copy',
    nodeClass: HomeRegister,
    settings: { ...COPIES_OF_HOME, initial: 0, beatMs: 50 },
  },
  {
    name: 'Any node alone, the latest clock wins',
    nodeClass: LeaderlessRegister,
    settings: {
      ...COMMON,
      r: 1,
      w: 1,
      versions: 'clock',
      readRepair: 'none',
      whenCutOff: 'answer',
      repairMs: 100,
    },
  },
]

/** The same requests in the words of the models, which keep numbers. */
function inTheirWords(scenario: Scenario, settings: Scenario['settings']): Scenario {
  const operations = scenario.operations.map((operation, index) => {
    const { op } = operation.body as { readonly op: string }
    const body = op === 'write' ? { kind: op, value: index + 1 } : { kind: op }
    return { ...operation, body }
  })
  return { ...scenario, operations, settings }
}

function measured({ nodeClass, settings }: (typeof DESIGNS)[number]) {
  const traces = Array.from({ length: TRADE_OFF.runs }, (_, index) => {
    const seed = index + 1
    const scenario = inTheirWords(tradeOffScenario(seed), settings)
    const { trace } = runScenario({
      scenario,
      seed,
      host: new ClassHost(nodeClass),
      claims: [],
      keepTrace: true,
    })
    if (trace === undefined) throw new Error('the trace was asked for')
    return trace
  })
  const kindOf = (command: Json) =>
    Object(command) as { readonly kind: string; readonly value?: Json }
  return measureTradeOff(traces, {
    reading: {
      meaningOf: (command) => {
        const { kind, value = null } = kindOf(command)
        return { f: kind, key: '', input: kind === 'write' ? value : null }
      },
      outputOf: (answer, command) => (kindOf(command).kind === 'read' ? answer : null),
    },
    initial: 0,
  })
}

test('the reference points are what the models give', () => {
  const points = DESIGNS.map((design) => ({ name: design.name, measured: measured(design) }))
  if (process.env.REWRITE !== undefined) process.stdout.write(`${JSON.stringify(points)}\n`)
  expect(REFERENCES).toEqual(points)
})

test('no design keeps linearizability and answers everything on the smaller side', () => {
  for (const { measured: point } of REFERENCES) {
    const answersAll = point.smaller.ok === point.smaller.asked
    expect(point.level === 'linearizable' && answersAll).toBe(false)
  }
})
