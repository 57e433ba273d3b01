/**
 * Which claims break for how many learners, and what mostly broke them. Two learners fail in
 * the same way when the sentences about their runs differ in names and numbers only.
 */

/** One check that the newest submission of a learner did not pass. */
export interface BrokenCheck {
  readonly userId: string
  readonly submissionId: string
  readonly checkId: string
  readonly checkTitle: string
  readonly isVisible: boolean
  /** Id of the claim, or the kind of end where it was no claim: `threw`, `over-budget`. */
  readonly claimId: string
  /** The property in one sentence; empty where it was no claim. */
  readonly sentence: string
  /** What happened, with the names and numbers of this run. */
  readonly message: string
  /** Events of the smallest run that was kept; undefined where none was. */
  readonly events: number | undefined
}

export interface RunToShow {
  readonly submissionId: string
  readonly checkId: string
  readonly events: number
}

export interface RankedClaim {
  readonly claimId: string
  readonly sentence: string
  readonly checks: readonly { readonly title: string; readonly isVisible: boolean }[]
  /** How many learners it breaks for. */
  readonly learners: number
  /** The commonest way, as one of its sentences, and how many learners fail that way. */
  readonly dominant: { readonly message: string; readonly learners: number }
  /** The smallest runs, of different learners, the commonest way first. */
  readonly runs: readonly RunToShow[]
}

/** Runs to project in class, for each claim. */
const RUNS_SHOWN = 3

/** The claim that breaks for most learners comes first. */
export function rankClaims(broken: readonly BrokenCheck[]): readonly RankedClaim[] {
  return [...Map.groupBy(broken, ({ claimId }) => claimId)]
    .map(([claimId, all]) => rank(claimId, all))
    .toSorted((a, b) => b.learners - a.learners || (a.claimId < b.claimId ? -1 : 1))
}

function rank(claimId: string, all: readonly BrokenCheck[]): RankedClaim {
  const ways = [...Map.groupBy(all, ({ message }) => wayOf(message)).values()].toSorted(
    (a, b) => countLearners(b) - countLearners(a),
  )
  const [dominant = []] = ways
  const titles = Map.groupBy(all, ({ checkTitle }) => checkTitle)
  return {
    claimId,
    sentence: all[0]?.sentence ?? '',
    checks: [...titles].map(([title, of]) => ({ title, isVisible: of[0]?.isVisible ?? true })),
    learners: countLearners(all),
    dominant: { message: dominant[0]?.message ?? '', learners: countLearners(dominant) },
    runs: ways.flatMap(smallestRuns).slice(0, RUNS_SHOWN),
  }
}

/** One run of each learner, the smallest first; whoever has the same code may have the same run. */
function smallestRuns(way: readonly BrokenCheck[]): readonly RunToShow[] {
  const kept = way.flatMap(({ events, ...rest }) =>
    events === undefined ? [] : [{ ...rest, events }],
  )
  const learners = new Set<string>()
  const byRun = new Map<string, RunToShow>()
  for (const { userId, submissionId, checkId, message, events } of kept.toSorted(
    (a, b) => a.events - b.events,
  )) {
    const run = `${checkId} ${events} ${message}`
    if (learners.has(userId) || byRun.has(run)) continue
    learners.add(userId)
    byRun.set(run, { submissionId, checkId, events })
  }
  return [...byRun.values()]
}

/** `n2 leads term 4` and `n3 leads term 17` are one way. */
function wayOf(message: string): string {
  return message
    .replaceAll(/"[^"]*"|“[^”]*”/g, '“…”')
    .replaceAll(/\b[a-z]+\d+\b/gi, 'n')
    .replaceAll(/\d+(\.\d+)?/g, '0')
}

function countLearners(broken: readonly BrokenCheck[]): number {
  return new Set(broken.map(({ userId }) => userId)).size
}
