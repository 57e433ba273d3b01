'use client'
/** Writes a comment on the lines that were chosen, from scratch or from a saved one. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type LineRange, rangeText } from '../../_classes/reviews/comment-place.ts'
import type { SavedView } from '../../_classes/reviews/saved-comments.ts'
import { Button } from '../../_ui/button.tsx'
import { SavedPicker } from './saved-picker.tsx'

export interface CommentDraft {
  readonly text: string
  /** Of the saved comment that it began as; empty for none. */
  readonly savedId: string
  /** Under which it is saved to be used again; empty for not. */
  readonly title: string
}

interface NewCommentProps {
  readonly range: LineRange
  /** How many lines the code has. */
  readonly lines: number
  readonly saved: readonly SavedView[]
  readonly savedPath: string
  readonly draft: CommentDraft
  readonly onDraft: (draft: CommentDraft) => void
  readonly onRange: (range: LineRange) => void
  /** Sends it. @returns what went wrong; empty when nothing did */
  readonly submit: (draft: CommentDraft) => Promise<string>
  readonly onClose: () => void
}

export function NewComment(props: NewCommentProps) {
  const { range, lines, saved, savedPath, draft, onDraft, onRange, submit, onClose } = props
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [problem, setProblem] = useState('')
  const [isSending, setIsSending] = useState(false)
  // The focus is the browser's: whoever opened the form goes on by writing.
  useEffect(() => field.current?.focus(), [])
  const go = async () => {
    setIsSending(true)
    setProblem(await submit(draft))
    setIsSending(false)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape' && draft.text.trim() === '') onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void go()
  }
  const insert = ({ id: savedId, text }: SavedView) => {
    onDraft({ ...draft, savedId, text: draft.text === '' ? text : `${draft.text}\n${text}` })
    field.current?.focus()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void go()
      }}
      className="grid max-w-2xl gap-3 rounded-md border border-line-strong bg-page p-3 font-sans"
    >
      <div>
        <label htmlFor={id} className="font-medium text-sm">
          Comment on {rangeText(range)}
        </label>
        <textarea
          ref={field}
          id={id}
          rows={4}
          value={draft.text}
          onKeyDown={onKeyDown}
          onChange={({ target }) => onDraft({ ...draft, text: target.value })}
          className="mt-1 w-full rounded-md border border-line-strong bg-page px-3 py-2 text-base"
        />
        <p className="text-muted text-sm">Plain text; code goes between backticks, as `this`.</p>
      </div>
      <LastLine {...{ range, lines, onRange }} />
      <SavedPicker saved={saved} savedPath={savedPath} onInsert={insert} />
      <label className="font-medium text-sm">
        Save it to use again, as <span className="font-normal text-muted">(may be empty)</span>
        <input
          value={draft.title}
          maxLength={120}
          onChange={({ target }) => onDraft({ ...draft, title: target.value })}
          className="mt-1 block min-h-9 w-full rounded-md border border-line-strong bg-page px-3 text-base pointer-coarse:min-h-11"
        />
      </label>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" size="small" disabled={isSending}>
          {isSending ? 'One moment …' : 'Comment'}
        </Button>
        <Button look="secondary" size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <p role="alert" className="text-sm text-violation empty:hidden">
        {problem}
      </p>
    </form>
  )
}

/** The same as pressing with Shift, for those who have none. */
function LastLine({ range, lines, onRange }: Pick<NewCommentProps, 'range' | 'lines' | 'onRange'>) {
  const { firstLine, lastLine } = range
  const choices = Array.from({ length: lines - firstLine + 1 }, (_, index) => firstLine + index)
  return (
    <label className="flex flex-wrap items-center gap-2 text-sm">
      From line {firstLine} to line
      <select
        value={lastLine}
        onChange={({ target }) => onRange({ firstLine, lastLine: Number(target.value) })}
        className="min-h-8 rounded-md border border-line-strong bg-page px-2 pointer-coarse:min-h-11"
      >
        {choices.map((line) => (
          <option key={line} value={line}>
            {line}
          </option>
        ))}
      </select>
    </label>
  )
}
