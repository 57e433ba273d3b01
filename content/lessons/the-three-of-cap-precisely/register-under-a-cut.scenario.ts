/**
 * The runs behind the figure of this lesson: c1 writes 42 through n1 and gets its answer;
 * only then c2 reads through n2. The link between the nodes is whole, cut, or cut for a
 * while. The seed is known to draw well; every seed gives the same outcomes.
 */
import { DEFAULT_BUDGETS, type NemesisStep, type Scenario } from '#core'
import type {
  Policy,
  RegisterCommand,
  RegisterSettings,
} from '#systems/two-node-register/two-node-register.ts'

export const SEED = 4

const MS = 1_000

/** What the network between n1 and n2 does. */
export type LinkFate = 'whole' | 'cut' | 'healed'

const CUT_AT = 30 * MS
const HEAL_AT = 260 * MS
const WRITE: RegisterCommand = { kind: 'write', value: 42 }
const READ: RegisterCommand = { kind: 'read' }

const FATES: Readonly<Record<LinkFate, readonly NemesisStep[]>> = {
  whole: [],
  cut: [{ at: CUT_AT, fault: { kind: 'partition', groups: [['n1'], ['n2']] } }],
  healed: [
    { at: CUT_AT, fault: { kind: 'partition', groups: [['n1'], ['n2']] } },
    { at: HEAL_AT, fault: { kind: 'heal' } },
  ],
}

/** The register's value before anybody wrote. */
export const INITIAL_VALUE = 7

/** One run: equal arguments give equal traces. */
export function registerUnderACut(policy: Policy, fate: LinkFate): Scenario {
  const settings = { policy, initial: INITIAL_VALUE, patienceMs: 80 } satisfies RegisterSettings
  return {
    id: `register-${policy}-${fate}`,
    nodes: ['n1', 'n2'],
    clients: ['c1', 'c2'],
    network: {
      delayMicrosMin: 8 * MS,
      delayMicrosMax: 14 * MS,
      tailPermille: 0,
      tailMicrosMax: 14 * MS,
      lossPermille: 0,
      duplicatePermille: 0,
      keepsOrder: false,
    },
    nemesis: FATES[fate],
    operations: [
      { at: 50 * MS, client: 'c1', node: 'n1', body: { ...WRITE }, timeoutMicros: 350 * MS },
      { at: 110 * MS, client: 'c2', node: 'n2', body: { ...READ }, timeoutMicros: 350 * MS },
    ],
    settings: { ...settings },
    safetyMicros: 480 * MS,
    livenessMicros: 0,
    budgets: DEFAULT_BUDGETS,
  }
}
