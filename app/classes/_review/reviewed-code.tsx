/**
 * The code of a learner with the comments on it: of one submission, and of earlier and later ones
 * as far as their lines are in it. What is outdated stands below, with the lines it was about.
 */
import { type CommentPlace, placesIn, rangeText } from '../../_classes/reviews/comment-place.ts'
import type { SavedView } from '../../_classes/reviews/saved-comments.ts'
import { dateTimeText } from '../../_classes/when-text.ts'
import { type LearnerSubmission, readSourceOf } from '../../_server/classes/learner-submissions.ts'
import type { Author, CommentView } from '../../_server/classes/reviews/review-view.ts'
import { CodeListing, type UnderLine } from './code-listing.tsx'
import { CodeToComment } from './code-to-comment.tsx'
import { CommentThread, type TalkRights } from './comment-thread.tsx'

interface ReviewedCodeProps {
  readonly classId: string
  /** The learner. */
  readonly userId: string
  readonly shown: LearnerSubmission
  /** All of the same step. */
  readonly submissions: readonly LearnerSubmission[]
  readonly comments: readonly CommentView[]
  readonly rights: TalkRights
  readonly zone: string
  readonly nameOf: (author: Author) => string
  /** Where new comments go, for who may make some. */
  readonly writing?: { readonly path: string; readonly saved: readonly SavedView[] }
}

interface Placed {
  readonly comment: CommentView
  readonly place: CommentPlace
  /** The submission that it is about, when that is another one. */
  readonly other: LearnerSubmission | undefined
  /** The lines that it was written about. */
  readonly quote: string
}

export async function ReviewedCode(props: ReviewedCodeProps) {
  const { classId, userId, shown, comments, zone, rights, nameOf, writing } = props
  const source = await readSourceOf(userId, shown.id)
  if (source === undefined) return null
  const placed = await placeAll(props, source)
  const thread = ({ comment, other, place }: Placed) => (
    <CommentThread
      {...{ classId, zone, nameOf, ...rights }}
      comment={place.kind === 'here' ? { ...comment, ...place } : comment}
      {...(other === undefined
        ? {}
        : { note: `Written about what was handed in on ${dateTimeText(other.createdAt, zone)}.` })}
    />
  )
  const under = placed.flatMap((one): readonly UnderLine[] =>
    one.place.kind === 'here'
      ? [{ key: one.comment.id, line: one.place.lastLine, node: thread(one) }]
      : [],
  )
  const outdated = placed.filter(({ place }) => place.kind === 'outdated')
  const label = `Code handed in on ${dateTimeText(shown.createdAt, zone)}`
  return (
    <>
      {comments.length === 0 || placed.length > 0 ? null : (
        <p className="mb-3 text-muted text-sm">The comments are on other steps.</p>
      )}
      {writing === undefined ? (
        <div role="group" aria-label={label} className="rounded-md border border-line py-1">
          <CodeListing label={label} source={source} under={under} />
        </div>
      ) : (
        <CodeToComment
          key={shown.id}
          submissionId={shown.id}
          savedPath={`/api/classes/${classId}/saved-comments`}
          {...{ label, source, under, ...writing }}
        />
      )}
      {outdated.length === 0 ? null : (
        <section aria-labelledby="outdated" className="mt-6">
          <h3 id="outdated" className="font-semibold">
            Outdated: {outdated.length === 1 ? 'one comment' : `${outdated.length} comments`} on
            lines that changed
          </h3>
          <ul className="mt-2 space-y-4">
            {outdated.map((one) => (
              <li key={one.comment.id}>
                <p className="text-muted text-sm">As it was, {rangeText(one.comment)}:</p>
                <pre className="mb-2 max-w-2xl overflow-x-auto whitespace-pre-wrap break-words rounded-md bg-surface p-2 font-mono text-[13px] leading-5">
                  {one.quote}
                </pre>
                {thread(one)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

async function placeAll(
  { userId, shown, submissions, comments }: ReviewedCodeProps,
  source: string,
): Promise<readonly Placed[]> {
  const of = comments.flatMap((comment) => {
    const submission = submissions.find(({ id }) => id === comment.submissionId)
    return submission === undefined ? [] : [{ comment, submission }]
  })
  const ids = [...new Set(of.map(({ submission }) => submission.id))]
  const texts = await Promise.all(
    ids.map(async (id) => [id, (await readSourceOf(userId, id)) ?? ''] as const),
  )
  const known = new Map(
    texts.map(([id, text]) => [id, { text, placeOf: placesIn(text, source) }] as const),
  )
  return of.map(({ comment, submission }) => {
    const { text = '', placeOf } = known.get(submission.id) ?? {}
    const { firstLine, lastLine } = comment
    return {
      comment,
      place: placeOf?.(comment) ?? { kind: 'outdated' },
      other: submission.id === shown.id ? undefined : submission,
      quote: text
        .split('\n')
        .slice(firstLine - 1, lastLine)
        .join('\n'),
    }
  })
}
