/**
 * Alice (c1) puts a photo on n1. Bob (c2) sees it at n2 and comments there. Carol (c3) looks at her
 * feed at n3 twice. The photo's way from n1 to n3 is long or short; what n3 does with a comment
 * that arrives before its photo is the other choice.
 */
import { DEFAULT_BUDGETS, present } from '#core'
import {
  type SessionCommand,
  type SessionSettings,
  SessionStore,
} from '#systems/session-store/session-store.ts'
import { MS, NEAR, slowLinks } from '../../figures/network.ts'
import { operationsOf } from '../../figures/operations.ts'
import type { RunFigure } from '../../schema/figure.ts'

type Choice = {
  readonly rule: 'arrival' | 'stamp' | 'causes'
  readonly link: 'slow' | 'usual'
}

const RULES = {
  arrival: { causes: 'nobody', order: 'arrival' },
  stamp: { causes: 'nobody', order: 'stamp' },
  causes: { causes: 'replica', order: 'stamp' },
} as const satisfies Record<Choice['rule'], SessionSettings>

const PHOTO: SessionCommand = { kind: 'write', key: 'photo', value: 1 }
const COMMENT: SessionCommand = { kind: 'write', key: 'comment', value: 1 }
const FEED: SessionCommand = { kind: 'feed' }
const TIMEOUT = 300 * MS

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: SessionStore,
  seed: 5,
  controls: [
    {
      id: 'rule',
      legend: 'A replica shows a post',
      options: [
        { id: 'arrival', name: 'when it arrives' },
        { id: 'stamp', name: 'when it arrives, sorted by Lamport stamp' },
        { id: 'causes', name: 'when all that its author had seen is there' },
      ],
    },
    {
      id: 'link',
      legend: 'From n1 to n3',
      options: [
        { id: 'slow', name: '160 ms' },
        { id: 'usual', name: 'as quick as elsewhere' },
      ],
    },
  ],
  first: { rule: 'arrival', link: 'slow' },
  predict: {
    question: 'What does Carol’s first look show?',
    options: [
      { id: 'comment', name: 'the comment alone' },
      { id: 'nothing', name: 'nothing yet' },
      { id: 'both', name: 'photo and comment' },
    ],
  },
  scenario({ rule, link }) {
    return {
      id: `photo-and-comment-${rule}-${link}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: ['c1', 'c2', 'c3'],
      network: NEAR,
      nemesis: link === 'slow' ? [slowLinks({ from: ['n1'], to: ['n3'], delayMs: 160 })] : [],
      operations: [
        { at: 10 * MS, client: 'c1', node: 'n1', body: { ...PHOTO }, timeoutMicros: TIMEOUT },
        { at: 50 * MS, client: 'c2', node: 'n2', body: { ...FEED }, timeoutMicros: TIMEOUT },
        { at: 90 * MS, client: 'c2', node: 'n2', body: { ...COMMENT }, timeoutMicros: TIMEOUT },
        { at: 130 * MS, client: 'c3', node: 'n3', body: { ...FEED }, timeoutMicros: TIMEOUT },
        { at: 220 * MS, client: 'c3', node: 'n3', body: { ...FEED }, timeoutMicros: TIMEOUT },
      ],
      settings: { ...RULES[rule] },
      safetyMicros: 270 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  tell(trace) {
    const looks = operationsOf(trace).filter(({ client }) => client === 'c3')
    const [first, second] = looks.map(({ answer }) => answer as readonly string[])
    const early = present(first, 'Carol looks')
    const late = present(second, 'Carol looks again')
    const outcome = early.length === 2 ? 'both' : (early[0] ?? 'nothing')
    const isOrphan = early.includes('comment') && !early.includes('photo')
    const isUpsideDown = late.indexOf('photo') > late.indexOf('comment')
    return {
      outcome,
      verdict: `Carol saw ${listOf(early)}; 90 ms later, ${listOf(late)}.`,
      why: whyOf(outcome, isUpsideDown),
      properties: [
        { name: 'No comment without its photo', holds: !isOrphan },
        { name: 'The photo stands above its comment', holds: !isUpsideDown },
        { name: 'Every look was answered', holds: looks.every(({ outcome: o }) => o === 'ok') },
      ],
      marks: isOrphan ? [looks[0]?.operation ?? 0] : [],
    }
  },
  commandLabel(body) {
    const command = JSON.parse(body) as SessionCommand
    return command.kind === 'feed' ? 'look' : `post ${command.key}`
  },
  answerLabel(body) {
    const answer = JSON.parse(body) as number | readonly string[]
    return typeof answer === 'number' ? 'ok' : listOf(answer)
  },
  messageLabel(body) {
    const { write } = JSON.parse(body) as { readonly write?: { readonly key: string } }
    return write?.key ?? ''
  },
  stateLabel: ({ shown }) => (Array.isArray(shown) ? shown.join(', ') : ''),
  untilMicros: 270 * MS,
  expected: {
    'arrival,slow': 'comment',
    'arrival,usual': 'both',
    'stamp,slow': 'comment',
    'stamp,usual': 'both',
    'causes,slow': 'nothing',
    'causes,usual': 'both',
  },
  summary:
    'With a quick link Carol sees photo and comment whatever the rule. With a slow link the comment ' +
    'arrives first. Shown as it arrives, it stands alone, and later above its photo. Sorted by ' +
    'Lamport stamps it still stands alone at first; the stamps only mend the order afterwards. When ' +
    'a post waits for what its author had seen, Carol’s first look is empty and her second complete.',
}

function listOf(feed: readonly string[]): string {
  return feed.length === 0 ? 'nothing' : feed.join(', ')
}

function whyOf(outcome: string, isUpsideDown: boolean): string {
  if (outcome === 'both')
    return 'The photo came first by itself. Such a run cannot tell the rules apart.'
  if (outcome === 'nothing') {
    return 'The comment had arrived and was held back: it named a write of n1 that n3 did not have.'
  }
  return isUpsideDown
    ? 'n3 had the comment and not the photo, and nothing told it that something was missing.'
    : 'The comment’s stamp is larger than the photo’s, which sorts them once both are there. A stamp of 2 does not say whether n3 lacks a stamp of 1.'
}
