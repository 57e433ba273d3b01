/**
 * One register, two nodes, one cut: c1 writes 42 through n1 and gets its answer; only then c2
 * reads through n2. The link between the nodes is whole, cut, or cut for a while. The seed is
 * known to draw well; every seed gives the same outcomes.
 */

import type { RunFigure, Told } from '#content/schema/figure.ts'
import { DEFAULT_BUDGETS, type NemesisStep, type Scenario, type Trace } from '#core'
import {
  type Policy,
  type RegisterCommand,
  type RegisterSettings,
  TwoNodeRegister,
} from '#systems/two-node-register/two-node-register.ts'
import { MS, NEAR } from '../../figures/network.ts'
import {
  allAnswered,
  operationsOf,
  type RunOperation,
  textOf,
  whatItGot,
} from '../../figures/operations.ts'
import { judgeLinearizable } from '../../figures/register-judgement.ts'

/** What the network between n1 and n2 does. */
type LinkFate = 'whole' | 'cut' | 'healed'

type Choice = { readonly policy: Policy; readonly fate: LinkFate }

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
const INITIAL_VALUE = 7

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: TwoNodeRegister,
  seed: 4,
  controls: [
    {
      id: 'policy',
      legend: 'When n2 hears nothing from n1, it should',
      options: [
        { id: 'answer', name: 'Answer', detail: 'with its own copy' },
        { id: 'refuse', name: 'Refuse', detail: 'with an error' },
        { id: 'wait', name: 'Wait', detail: 'and ask n1 again' },
      ],
    },
    {
      id: 'fate',
      legend: 'The link between n1 and n2 is',
      options: [
        { id: 'cut', name: 'Cut', detail: 'until the end' },
        { id: 'healed', name: 'Cut, then healed', detail: 'after 230 ms' },
        { id: 'whole', name: 'Whole', detail: 'all the time' },
      ],
    },
  ],
  first: { policy: 'answer', fate: 'cut' },
  predict: {
    question: 'what will c2 get?',
    options: [
      { id: '42', name: '42' },
      { id: '7', name: '7' },
      { id: 'error', name: 'An error' },
      { id: 'no answer', name: 'No answer' },
    ],
  },
  scenario: registerUnderACut,
  tell,
  messageLabel(body) {
    const { type, register } = JSON.parse(body) as {
      readonly type: string
      readonly register?: { readonly value: number }
    }
    return register === undefined ? type : `${type} ${register.value}`
  },
  stateLabel: ({ value }) => textOf(value ?? null),
  untilMicros: 480 * MS,
  expected: {
    'answer,cut': '7',
    'answer,healed': '7',
    'answer,whole': '42',
    'refuse,cut': 'error',
    'refuse,healed': 'error',
    'refuse,whole': '42',
    'wait,cut': 'no answer',
    'wait,healed': '42',
    'wait,whole': '42',
  },
  summary:
    'While the link is whole, c2 reads 42 under every policy. Once it is cut, a node that answers ' +
    'from its copy gives the stale 7, one that refuses gives an error, and one that waits gives ' +
    'no answer until the link heals. No policy gives both a true answer and an answer in time.',
}

/** One run: equal choices give equal traces. */
function registerUnderACut({ policy, fate }: Choice): Scenario {
  const settings = { policy, initial: INITIAL_VALUE, patienceMs: 80 } satisfies RegisterSettings
  return {
    id: `register-${policy}-${fate}`,
    nodes: ['n1', 'n2'],
    clients: ['c1', 'c2'],
    network: NEAR,
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

function tell(trace: Trace): Told {
  const operations = operationsOf(trace)
  const read = operations.find(({ client }) => client === 'c2')
  const judged = judgeLinearizable(trace, INITIAL_VALUE)
  const stale = operations.find(({ operation }) => operation === judged.culprit)
  return {
    outcome: read === undefined ? '' : whatItGot(read),
    ...explain(trace, operations, stale),
    properties: [
      { name: 'consistent (linearizable)', holds: judged.holds },
      { name: 'every request answered', holds: allAnswered(operations) },
    ],
    marks: stale === undefined ? [] : [stale.operation],
  }
}

function explain(
  { events }: Trace,
  operations: readonly RunOperation[],
  stale: RunOperation | undefined,
): Pick<Told, 'verdict' | 'why'> {
  if (stale !== undefined) {
    return {
      verdict: `${stale.client} read ${whatItGot(stale)} although a newer write had finished: not linearizable.`,
      why: `Nothing of the write had reached ${stale.node}, and it answered all the same.`,
    }
  }
  const failed = operations.find(({ outcome }) => outcome === 'fail')
  if (failed !== undefined) {
    return {
      verdict: `${failed.client} got an error from a live node: not available in CAP’s sense.`,
      why: `${failed.node} was up and was asked. Its refusal is what kept ${failed.client} from a stale value.`,
    }
  }
  const unanswered = operations.find(({ outcome }) => outcome === 'info')
  if (unanswered !== undefined) {
    return {
      verdict: `${unanswered.client} got no answer before it gave up: without a heal, not available in CAP’s sense.`,
      why: `${unanswered.node} kept asking. It told no lie and gave no error, and it would have to go on for as long as the cut lasts.`,
    }
  }
  return {
    verdict: 'Linearizable, and every request was answered without an error.',
    why: events.some(({ kind }) => kind === 'cut')
      ? 'The answer came late, once the link was whole again. CAP sets no limit on time, so this one run has both; a cut that lasts decides.'
      : 'The nodes heard from each other in time, so the policy was never needed. A run like this one cannot tell the three apart.',
  }
}
