'use client'
/**
 * Code whose line numbers are buttons: one that is pressed opens a form under its line. With the
 * keyboard, arrows go from line to line, with Shift they choose several, and Enter opens the form.
 */
import { useRouter } from 'next/navigation'
import { type MouseEvent, useId, useRef, useState } from 'react'
import { send } from '../../_accounts/send.ts'
import { countLines } from '../../_classes/reviews/comment-place.ts'
import type { SavedView } from '../../_classes/reviews/saved-comments.ts'
import { CodeListing, type UnderLine } from './code-listing.tsx'
import { type CommentDraft, NewComment } from './new-comment.tsx'
import { type ChosenLines, isInRange, useLineChoice } from './use-line-choice.ts'

interface CodeToCommentProps {
  readonly label: string
  readonly source: string
  readonly submissionId: string
  /** Comments, each under the last of its lines. */
  readonly under: readonly UnderLine[]
  /** Where a comment is sent. */
  readonly path: string
  /** Where a comment is saved to be used again. */
  readonly savedPath: string
  readonly saved: readonly SavedView[]
}

const EMPTY: CommentDraft = { text: '', savedId: '', title: '' }

export function CodeToComment(props: CodeToCommentProps) {
  const { label, source, submissionId, under, path, savedPath, saved } = props
  const router = useRouter()
  const hint = useId()
  const lines = countLines(source)
  const area = useRef<HTMLDivElement>(null)
  const focusLine = (line: number) => {
    area.current?.querySelector<HTMLElement>(`button[data-line="${line}"]`)?.focus()
  }
  const chosen = useLineChoice(lines, focusLine)
  const [isWriting, setIsWriting] = useState(false)
  const [draft, setDraft] = useState(EMPTY)
  const { range } = chosen
  const close = () => {
    setIsWriting(false)
    setDraft(EMPTY)
    focusLine(chosen.at)
  }
  const submit = async ({ text, savedId, title }: CommentDraft): Promise<string> => {
    const body = { submissionId, ...range, text, savedId }
    const sent = await send({ method: 'POST', path, body })
    if (sent.kind === 'refused') return sent.error
    if (title !== '') await send({ method: 'POST', path: savedPath, body: { title, text } })
    close()
    router.refresh()
    return ''
  }
  const form: UnderLine = {
    key: 'new',
    line: range.lastLine,
    node: (
      <NewComment
        {...{ range, lines, saved, savedPath, draft, submit }}
        onDraft={setDraft}
        onRange={chosen.setRange}
        onClose={close}
      />
    ),
  }
  // One line that has the focus is not chosen yet.
  const isMarked = (line: number) =>
    isInRange(range, line) && (isWriting || range.firstLine < range.lastLine)
  return (
    <div ref={area} role="group" aria-label={label} aria-describedby={hint}>
      <p id={hint} className="mb-2 max-w-prose text-muted text-sm">
        Press the number of a line to comment on it, and with Shift that of another to comment on
        all between. By keyboard: arrow keys, Shift to choose more, Enter to write.
      </p>
      <div className="rounded-md border border-line py-1">
        <CodeListing
          label={label}
          source={source}
          under={isWriting ? [...under, form] : under}
          isMarked={isMarked}
          renderNumber={(line) => (
            <LineButton
              {...{ line, chosen }}
              isMarked={isMarked(line)}
              onOpen={() => setIsWriting(true)}
            />
          )}
        />
      </div>
    </div>
  )
}

interface LineButtonProps {
  readonly line: number
  readonly chosen: ChosenLines
  readonly isMarked: boolean
  readonly onOpen: () => void
}

function LineButton({ line, chosen, isMarked, onOpen }: LineButtonProps) {
  const { at, range, choose, onKeyDown } = chosen
  const open = ({ shiftKey, detail }: MouseEvent) => {
    // Enter presses without a pointer, and takes all lines that were chosen by keys.
    const isKey = detail === 0 && isInRange(range, line)
    if (!isKey) choose(line, shiftKey ? 'more' : 'one')
    onOpen()
  }
  return (
    <button
      type="button"
      data-line={line}
      tabIndex={line === at ? 0 : -1}
      aria-label={`Comment on line ${line}`}
      aria-pressed={isMarked}
      onClick={open}
      onKeyDown={onKeyDown}
      className="block min-h-6 w-full cursor-pointer px-1.5 py-px text-right font-mono text-[13px] text-muted leading-5 tabular-nums hover:bg-surface-strong hover:text-text aria-pressed:text-text pointer-coarse:min-h-8"
    >
      {line}
    </button>
  )
}
