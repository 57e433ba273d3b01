/** The line under each state that says what to do now, and the button that does it. */
import type { StepLink } from '../workspace-props.ts'
import type { CheckRow } from './check-rows.ts'
import type { StateKind } from './status-line.ts'

export interface WhatNext {
  readonly text: string
  readonly action?: NextAction
}

export type NextAction =
  | { readonly kind: 'run'; readonly label: string }
  | { readonly kind: 'submit'; readonly label: string }
  | { readonly kind: 'problem'; readonly label: string }
  /** Opens the check and shows its run. */
  | { readonly kind: 'row'; readonly label: string; readonly row: CheckRow }
  | { readonly kind: 'step'; readonly label: string; readonly href: string }

export interface NextFacts {
  readonly rows: readonly CheckRow[]
  /** The code was edited since. */
  readonly isStale: boolean
  /** The step after this one; undefined at the end of the lab. */
  readonly nextStep: StepLink | undefined
}

const RUN_AGAIN = { kind: 'run', label: 'Run again' } as const
const SUBMIT_AGAIN = { kind: 'submit', label: 'Submit again' } as const

/** What to do now. */
export function whatNext(kind: StateKind, facts: NextFacts): WhatNext {
  const isOver = kind === 'held' || kind === 'broken' || kind === 'undecided'
  if (facts.isStale && (isOver || kind === 'does-not-compile' || kind.endsWith('-limit'))) {
    return { text: 'The code has changed since. Run it to see where it stands.', action: RUN_AGAIN }
  }
  switch (kind) {
    case 'never-run':
      return {
        text: 'Read the task, then run: each check below is a promise that your code has to keep.',
        action: { kind: 'run', label: 'Run the checks' },
      }
    case 'compiling':
    case 'sending':
      return { text: 'A moment.' }
    case 'running':
      return { text: 'Results come in check by check. You can stop it at any time.' }
    case 'does-not-compile':
      return {
        text: 'Nothing was run. Mend the first of these; others may go with it.',
        action: { kind: 'problem', label: 'Go to the place' },
      }
    case 'stopped':
    case 'broke-down':
      return { text: 'Your code is untouched.', action: RUN_AGAIN }
    case 'held':
      return {
        text: 'Submit to have it tried with other faults and more seeds, too.',
        action: { kind: 'submit', label: 'Submit it' },
      }
    case 'broken':
    case 'undecided':
      return afterFailure(kind, facts.rows)
    case 'time-limit':
      return {
        text: 'Look for a loop or a recursion in that handler that nothing ends. A browser run names the handler, too.',
        action: { kind: 'run', label: 'Run it here' },
      }
    case 'memory-limit':
      return {
        text: 'Look for a list or a map that grows with each call and is never cut, or for messages that carry all of it.',
        action: { kind: 'run', label: 'Run it here' },
      }
    case 'not-sent':
    case 'our-fault':
    case 'set-aside':
      return { text: 'You may submit it again at any time, for free.', action: SUBMIT_AGAIN }
    case 'queued':
    case 'no-grader':
    case 'grading':
      return { text: 'You can go on editing meanwhile: what you submitted stays as it was.' }
    case 'superseded':
      return { text: 'The newer one has taken its place in the queue.' }
    case 'passed':
      return afterPass(facts.nextStep)
  }
}

function afterFailure(kind: 'broken' | 'undecided', rows: readonly CheckRow[]): WhatNext {
  const row = rows.find(({ tone }) => tone === (kind === 'broken' ? 'fail' : 'unknown'))
  if (row === undefined) return { text: 'Not every check was run.', action: RUN_AGAIN }
  if (kind === 'undecided') {
    return {
      text: `Look at “${row.title}” first: it says which limit came before the answer.`,
      ...(row.run === undefined ? {} : { action: { kind: 'row', label: 'Show its run', row } }),
    }
  }
  if (row.run === undefined) {
    return { text: `Look at “${row.title}” first: it says what happened.` }
  }
  return {
    text: `Look at “${row.title}” first: what happened, when, and which line did it. The task has hints.`,
    action: { kind: 'row', label: 'Show its run', row },
  }
}

function afterPass(nextStep: NextFacts['nextStep']): WhatNext {
  if (nextStep === undefined) {
    return {
      text: 'That was the last step of this lab.',
      action: { kind: 'step', label: 'All labs', href: '/labs' },
    }
  }
  const { title, href, isFresh } = nextStep
  return {
    text: isFresh
      ? 'This step is done. The next one begins something new.'
      : 'This step is done. The next one goes on with your code.',
    action: { kind: 'step', label: `Next step: ${title}`, href },
  }
}
