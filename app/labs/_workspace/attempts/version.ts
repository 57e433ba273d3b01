/** Versions of the code of a step that can be looked at and compared. */
import type { AttemptView } from './attempt-view.ts'

/** `attempt:` goes before the attempt's id. */
export type VersionId = 'present' | 'starter' | 'reference' | `attempt:${string}`

export function versionOf({ id }: Pick<AttemptView, 'id'>): VersionId {
  return `attempt:${id}`
}

/** The id of the attempt, when the version is one. */
export function attemptIdOf(version: VersionId): string | undefined {
  return version.startsWith('attempt:') ? version.slice('attempt:'.length) : undefined
}

/** What a version is called in a list of them. */
export function versionTitle(version: VersionId, attempts: readonly AttemptView[]): string {
  switch (version) {
    case 'present':
      return 'Your code now'
    case 'starter':
      return 'The starter'
    case 'reference':
      return 'Our reference'
    default: {
      const attempt = attempts.find((one) => versionOf(one) === version)
      return attempt === undefined ? 'An earlier attempt' : attemptTitle(attempt)
    }
  }
}

/** `Run, 21 Nov, 14:05: 3 of 5 checks` in the reader's own way of writing times. */
export function attemptTitle(attempt: AttemptView): string {
  const result = resultText(attempt)
  return `${KINDS[attempt.kind]}, ${timeText(attempt.createdAt)}${result === '' ? '' : `: ${result}`}`
}

export const KINDS: Readonly<Record<AttemptView['kind'], string>> = {
  run: 'Run',
  submission: 'Submission',
  replaced: 'Kept aside',
}

/** What came of the attempt, in a few words. */
export function resultText(attempt: AttemptView): string {
  if (attempt.kind === 'replaced') return ''
  const { outcome, checksPassed, checksTotal } = attempt
  switch (outcome) {
    case 'passed':
      return attempt.kind === 'run' ? `all ${checksTotal} checks hold` : 'passed'
    case 'failed':
    case 'unknown':
      return `${checksPassed} of ${checksTotal} checks hold`
    case 'does-not-compile':
      return 'does not compile'
    case 'time-limit':
      return 'took too long'
    case 'memory-limit':
      return 'used too much memory'
    case 'our-fault':
      return 'not graded, for a fault of ours'
    case 'setAside':
      return 'set aside by us'
    default:
      return outcome
  }
}

/** The day and minute in the reader's language and time zone. */
export function timeText(iso: string): string {
  return new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso))
}
