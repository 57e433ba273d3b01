/** A comment on code with what was answered, and what its reader may do about it. */
import { ActionButton } from '../../_accounts/action-button.tsx'
import { rangeText } from '../../_classes/reviews/comment-place.ts'
import type { Author, CommentView } from '../../_server/classes/reviews/review-view.ts'
import { Badge } from '../../_ui/badge.tsx'
import { ClassForm } from '../_forms/class-form.tsx'
import { ClassTime } from '../_parts/class-time.tsx'
import { InlineText } from './inline-text.tsx'

/** What whoever looks may do. */
export interface TalkRights {
  readonly mayAnswer: boolean
  /** Change and remove comments, too. */
  readonly mayComment: boolean
}

interface CommentThreadProps extends TalkRights {
  readonly classId: string
  readonly comment: CommentView
  /** Says where it comes from, when that is not the code above it. */
  readonly note?: string
  readonly zone: string
  readonly nameOf: (author: Author) => string
}

export function CommentThread(props: CommentThreadProps) {
  const { comment, note, zone, nameOf } = props
  const { author, text, createdAt, changedAt, resolvedAt, answers } = comment
  const isResolved = resolvedAt !== undefined
  return (
    <article
      aria-label={`Comment on ${rangeText(comment)}, by ${nameOf(author)}`}
      className="max-w-2xl rounded-md border border-line border-l-4 border-l-accent bg-page p-3 font-sans text-sm"
    >
      <p className="mb-1 flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold">{nameOf(author)}</span>
        <span className="text-muted">
          <ClassTime at={createdAt} zone={zone} />
          {changedAt === undefined ? '' : ', changed'}
        </span>
        {isResolved ? <Badge tone="pass">✓ dealt with</Badge> : null}
      </p>
      {note === undefined ? null : <p className="mb-1 text-muted">{note}</p>}
      <InlineText text={text} />
      {answers.length === 0 ? null : (
        <ol aria-label="Answers" className="mt-3 space-y-3 border-line border-t pt-3">
          {answers.map((answer) => (
            <li key={answer.id}>
              <p className="mb-0.5">
                <span className="font-semibold">{nameOf(answer.author)}</span>{' '}
                <span className="text-muted">
                  <ClassTime at={answer.createdAt} zone={zone} />
                </span>
              </p>
              <InlineText text={answer.text} />
            </li>
          ))}
        </ol>
      )}
      <Deeds {...props} isResolved={isResolved} />
    </article>
  )
}

function Deeds(props: CommentThreadProps & { readonly isResolved: boolean }) {
  const { classId, comment, mayAnswer, mayComment, isResolved } = props
  const path = `/api/classes/${classId}/comments/${comment.id}`
  if (!mayAnswer) return null
  const place = rangeText(comment)
  return (
    <div className="mt-3 grid gap-2">
      <details>
        <summary className="min-h-8 cursor-pointer font-medium text-accent">
          Answer<span className="sr-only"> the comment on {place}</span>
        </summary>
        <ClassForm
          method="POST"
          path={`${path}/answers`}
          fields={[{ name: 'text', label: 'Your answer', kind: 'textarea' }]}
          button="Send the answer"
          look="secondary"
          done="It is sent."
        />
      </details>
      {mayComment ? (
        <details>
          <summary className="min-h-8 cursor-pointer font-medium text-accent">
            Change<span className="sr-only"> the comment on {place}</span>
          </summary>
          <ClassForm
            method="POST"
            path={path}
            fields={[
              { name: 'text', label: 'Comment', kind: 'textarea', defaultValue: comment.text },
            ]}
            button="Keep the change"
            look="secondary"
            done="It is changed."
          />
        </details>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <ActionButton
          key={isResolved ? 'open' : 'resolve'}
          method="POST"
          path={`${path}/resolved`}
          body={{ isResolved: !isResolved }}
          label={`${isResolved ? 'Open again' : 'Dealt with'}: comment on ${place}`}
          done={isResolved ? 'It is open again.' : 'It is marked.'}
        >
          {isResolved ? 'Open again' : 'Dealt with'}
        </ActionButton>
        {mayComment ? (
          <ActionButton
            method="DELETE"
            path={path}
            label={`Remove the comment on ${place}`}
            done="It is removed."
            question={{
              title: `Remove the comment on ${place}?`,
              text: 'What was answered to it goes with it.',
            }}
          >
            Remove
          </ActionButton>
        ) : null}
      </div>
    </div>
  )
}
