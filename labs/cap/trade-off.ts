/** The one scenario in which the two registers, and known designs, are measured side by side. */
import { type Json, nodeIds, Prng, type Scenario } from '#core'
import type { TradeOffMeasure } from '../kit/lab.ts'
import { MS } from '../shared-scenarios/units.ts'
import { DOCUMENTED, REFERENCES } from './reference-points.ts'
import { meaningOf } from './register-claims.ts'
import { clientsOf, cutBetween, registerScenario } from './register-scenarios.ts'

const RUNS = 5
const CUT_FROM_MICROS = 400 * MS
const CUT_UNTIL_MICROS = 2_400 * MS

/** Five nodes, cut into three and two for two seconds; each has one client, on its side. */
export function tradeOffScenario(seed: number): Scenario {
  const nodes = new Prng(seed, 'sides').shuffle(nodeIds(5))
  const scenario = registerScenario({
    id: 'cap/trade-off',
    seed,
    nodeCount: 5,
    nemesis: cutBetween([nodes.slice(0, 3), nodes.slice(3)], {
      at: CUT_FROM_MICROS,
      untilMicros: CUT_UNTIL_MICROS,
    }),
    safetyMicros: 2_600 * MS,
    restMicros: 500 * MS,
    gapMicrosMax: 160 * MS,
  })
  const clients = scenario.nodes.flatMap((node) => clientsOf(node).slice(0, 1))
  const operations = scenario.operations.filter(({ client }) => clients.includes(client))
  return { ...scenario, clients, operations }
}

/** What the steps with a register let the page measure. */
export const TRADE_OFF: TradeOffMeasure = {
  kind: 'trade-off',
  runs: RUNS,
  scenario: tradeOffScenario,
  reading: { meaningOf, outputOf: readOnly },
  initial: null,
  references: REFERENCES,
  documented: DOCUMENTED,
}

/** What a write is answered with says nothing. */
function readOnly(answer: Json, command: Json): Json {
  return meaningOf(command)?.f === 'read' ? answer : null
}
