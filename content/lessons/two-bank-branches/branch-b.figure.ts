/** Two withdrawals at two branches, and a telephone line between them: be the second branch. */

import { answerTo } from '#content/figures/answers.ts'
import { CALM_MS, MS } from '#content/figures/network.ts'
import { operationsOf, textOf } from '#content/figures/operations.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import type { NemesisStep, Trace } from '#core'
import {
  type BankAnswer,
  BankBranch,
  type BankCommand,
  type BankSettings,
  type BranchPolicy,
} from '#systems/bank-branches/bank-branches.ts'

type Choice = { readonly policy: BranchPolicy; readonly line: 'whole' | 'cut' | 'healed' }

const OPENING = 1_000
const CUT_AT = 30 * MS

const FAULTS: Readonly<Record<Choice['line'], readonly NemesisStep[]>> = {
  whole: [],
  cut: [{ at: CUT_AT, fault: { kind: 'partition', groups: [['n1'], ['n2']] } }],
  healed: [
    { at: CUT_AT, fault: { kind: 'partition', groups: [['n1'], ['n2']] } },
    { at: 270 * MS, fault: { kind: 'heal' } },
  ],
}

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: BankBranch,
  seed: 2,
  controls: [
    {
      id: 'policy',
      legend: 'When nobody picks up the phone, branch B',
      options: [
        { id: 'pay', name: 'pays, by its own books' },
        { id: 'refuse', name: 'turns the customer away' },
        { id: 'wait', name: 'keeps ringing' },
        { id: 'allowance', name: 'never rings', detail: 'each branch may pay out 500 on its own' },
      ],
    },
    {
      id: 'line',
      legend: 'The telephone line',
      options: [
        { id: 'whole', name: 'works' },
        { id: 'cut', name: 'is dead from 30 ms on' },
        { id: 'healed', name: 'is dead from 30 to 270 ms' },
      ],
    },
  ],
  first: { policy: 'pay', line: 'cut' },
  predict: {
    question: 'What does the customer at branch B get, and what is the account then worth?',
    options: [
      { id: 'overdrawn', name: '500, and the account is 300 below zero' },
      { id: 'too-little', name: 'the answer “not enough money”; 200 are left' },
      { id: 'error', name: 'an error; 200 are left' },
      { id: 'silence', name: 'no answer; 200 are left' },
      { id: 'share', name: '500; the customer at A got nothing, and 500 are left' },
    ],
  },
  scenario: ({ policy, line }) =>
    figureScenario({
      id: `branch-b-${policy}-${line}`,
      nodes: ['n1', 'n2'],
      clients: ['c1', 'c2'],
      delayMs: CALM_MS,
      nemesis: FAULTS[line],
      operations: [
        { atMs: 50, client: 'c1', node: 'n1', body: withdraw(800), timeoutMs: 300 },
        { atMs: 110, client: 'c2', node: 'n2', body: withdraw(500), timeoutMs: 320 },
      ],
      settings: { policy, opening: OPENING, patienceMs: 80 } satisfies BankSettings,
      lengthMs: 460,
    }),
  tell(trace) {
    const worth = worthOf(trace)
    const { outcome } = answerTo(trace, 'c2')
    const isPaid = wasPaid(trace, 'c2')
    const got = {
      ok: isPaid ? '500' : 'the answer “not enough”',
      fail: 'an error',
      info: 'nothing',
    }
    return {
      outcome: outcomeOf(trace, worth),
      verdict: `c2 got ${got[outcome]}; the account is worth ${worth}.`,
      why: why(trace, worth),
      properties: [
        { name: 'the account was not overdrawn', holds: worth >= 0 },
        {
          name: 'every customer was answered',
          holds: operationsOf(trace).every((operation) => operation.outcome === 'ok'),
        },
      ],
      measures: [
        { name: 'paid at A', value: wasPaid(trace, 'c1') ? '800' : '0' },
        { name: 'paid at B', value: isPaid ? '500' : '0' },
        { name: 'worth of the account', value: String(worth) },
      ],
      marks: worth < 0 ? [answerTo(trace, 'c2').operation] : [],
    }
  },
  messageLabel: (body) => {
    const { type } = JSON.parse(body) as { readonly type: string }
    return (
      { ring: 'ring', 'picked-up': 'yes?', call: 'may I?', told: 'told', paid: 'paid' }[type] ??
      type
    )
  },
  isNoise: (body) => (JSON.parse(body) as { readonly type: string }).type === 'paid',
  commandLabel: (body) => {
    const command = JSON.parse(body) as BankCommand
    return command.kind === 'withdraw' ? `withdraw ${command.amount}` : 'balance'
  },
  answerLabel: (body) => ((JSON.parse(body) as BankAnswer).isPaid ? 'paid' : 'not enough'),
  stateLabel: ({ balance }) => textOf(balance ?? null),
  expected: {
    'pay,whole': 'too-little',
    'pay,cut': 'overdrawn',
    'pay,healed': 'overdrawn',
    'refuse,whole': 'too-little',
    'refuse,cut': 'error',
    'refuse,healed': 'error',
    'wait,whole': 'too-little',
    'wait,cut': 'silence',
    'wait,healed': 'too-little',
    'allowance,whole': 'share',
    'allowance,cut': 'share',
    'allowance,healed': 'share',
  },
  summary:
    'An account holds 1,000 at two branches. c1 withdraws 800 at A, then c2 asks for 500 at B. On a line that works, B rings A and tells c2 that there is not enough money, whatever its policy for a dead line. On a dead line, paying overdraws the account by 300, refusing gives c2 an error and ringing on gives c2 no answer until the line works again. With an allowance of 500 for each branch the account is never overdrawn and both are answered on any line, but A must say no to the 800 even when the money is there.',
}

function withdraw(amount: number): BankCommand {
  return { kind: 'withdraw', amount }
}

function wasPaid(trace: Trace, client: string): boolean {
  const { outcome, answer } = answerTo(trace, client)
  return outcome === 'ok' && (answer as unknown as BankAnswer).isPaid
}

/** What is left when every withdrawal that was paid out is subtracted, whoever knows of it. */
function worthOf(trace: Trace): number {
  return OPENING - (wasPaid(trace, 'c1') ? 800 : 0) - (wasPaid(trace, 'c2') ? 500 : 0)
}

function outcomeOf(trace: Trace, worth: number): string {
  const { outcome } = answerTo(trace, 'c2')
  if (worth < 0) return 'overdrawn'
  if (wasPaid(trace, 'c2')) return 'share'
  return { ok: 'too-little', fail: 'error', info: 'silence' }[outcome]
}

function why(trace: Trace, worth: number): string {
  const { outcome } = answerTo(trace, 'c2')
  if (worth < 0)
    return 'Each branch decided well by what it knew. Neither knew of the other, and the rule that broke is about both.'
  if (wasPaid(trace, 'c2'))
    return 'The two shares together can never exceed the account, so no call is needed. The price: A had to turn down a withdrawal that the account could have paid.'
  if (outcome === 'fail')
    return 'B was open and was asked. Its refusal kept the account above zero.'
  if (outcome === 'info')
    return 'B told no lie and gave no error. It is still ringing when the run ends.'
  return 'A answered the phone, so B knew of the 800. “Not enough money” is an answer: the bank did its work.'
}
