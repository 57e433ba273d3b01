/** Claims by how many learners break them, each with its commonest way and small runs to project. */
import Link from 'next/link'
import { type RankedClaim, rankClaims } from '../../_classes/claims/rank-claims.ts'
import type { WorkUnit } from '../../_classes/progress/work-unit.ts'
import { readStepFailures } from '../../_server/classes/broken-checks.ts'

interface ClaimRankingProps {
  readonly classId: string
  readonly assignmentId: string
  readonly unit: WorkUnit
}

/** Ends that are no claims, in words. */
const ENDS: Readonly<Record<string, string>> = {
  threw: 'The code threw.',
  'over-budget': 'A bound was reached.',
  'not-deterministic': 'Two runs with one seed differed.',
  unknown: 'Nothing could be said.',
}

export async function ClaimRanking({ classId, assignmentId, unit }: ClaimRankingProps) {
  const { broken, judged, passed, otherEnds } = await readStepFailures(
    classId,
    unit.target,
    unit.stepId,
  )
  const ranked = rankClaims(broken)
  return (
    <>
      <p className="mb-5 max-w-prose text-muted leading-relaxed">
        {judged === 0
          ? 'Nobody has handed in this step yet. Once they do, the claims that break stand here, the one that breaks for most learners first.'
          : `The newest submission of each learner counts: of ${judged} learners, ${passed} passed.`}
        {otherEnds.map(({ outcome, learners }) => ` ${learners}: ${outcome.replaceAll('-', ' ')}.`)}
      </p>
      <ol className="border-line border-t">
        {ranked.map((claim) => (
          <Claim
            key={claim.claimId}
            claim={claim}
            base={`/classes/${classId}/work/${assignmentId}/run`}
          />
        ))}
      </ol>
    </>
  )
}

function Claim({ claim, base }: { readonly claim: RankedClaim; readonly base: string }) {
  const { claimId, sentence, learners, dominant, checks, runs } = claim
  return (
    <li className="border-line border-b py-4">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold tabular-nums">
          {learners} {learners === 1 ? 'learner' : 'learners'}
        </span>
        <span className="font-medium">
          {sentence === '' ? (ENDS[claimId] ?? claimId) : sentence}
        </span>
      </p>
      <p className="mt-1 text-sm leading-relaxed">
        <span className="text-muted">
          {dominant.learners} of {learners} in this way:{' '}
        </span>
        {dominant.message}
      </p>
      <p className="mt-1 text-muted text-sm leading-relaxed">
        Found by{' '}
        {checks
          .map(({ title, isVisible }) => `“${title}”${isVisible ? '' : ' (hidden check)'}`)
          .join(', ')}
        .
      </p>
      {runs.length === 0 ? null : (
        <ul
          aria-label="Runs to show in class"
          className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm"
        >
          {runs.map(({ submissionId, checkId, events }, index) => (
            <li key={submissionId}>
              <Link
                href={`${base}/${submissionId}/${checkId}`}
                className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
              >
                Run {index + 1}, {events} events
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
