'use client'
/** Put events in order: each has buttons that move it up and down; nothing has to be dragged. */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { Html, InlineHtml } from '../html.tsx'
import type { FieldProps } from './kind-props.ts'

export function OrderField({ question, answer, onAnswer, answerKey }: FieldProps<'order'>) {
  const [said, setSaid] = useState('')
  const ids = answer?.kind === 'order' ? answer.order : question.items.map(({ id }) => id)
  const textOf = (id: string) => question.items.find((item) => item.id === id)?.text ?? ''
  const move = (from: number, to: number) => {
    const id = ids[from]
    if (id === undefined) return
    onAnswer({ kind: 'order', order: ids.filter((each) => each !== id).toSpliced(to, 0, id) })
    setSaid(`Now number ${to + 1} of ${ids.length}: ${plain(textOf(id))}`)
  }
  return (
    <fieldset>
      <legend className="mb-3 font-medium text-sm">
        First things first: move each to its place
      </legend>
      <ol className="grid gap-2">
        {ids.map((id, index) => (
          <OrderRow
            key={id}
            html={textOf(id)}
            number={index + 1}
            isFirst={index === 0}
            isLast={index === ids.length - 1}
            isFixed={answerKey !== undefined}
            onUp={() => move(index, index - 1)}
            onDown={() => move(index, index + 1)}
          />
        ))}
      </ol>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
      {answerKey === undefined ? null : <RightOrder answerKey={answerKey} textOf={textOf} />}
    </fieldset>
  )
}

function OrderRow({
  html,
  number,
  isFirst,
  isLast,
  isFixed,
  onUp,
  onDown,
}: {
  readonly html: string
  readonly number: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isFixed: boolean
  readonly onUp: () => void
  readonly onDown: () => void
}) {
  const name = plain(html)
  return (
    <li className="flex min-h-11 items-center gap-3 rounded-md border border-line py-1.5 pr-1.5 pl-3">
      <span aria-hidden="true" className="w-5 text-muted text-sm tabular-nums">
        {number}
      </span>
      <InlineHtml html={html} className="grow leading-snug" />
      {isFixed ? null : (
        <span className="flex shrink-0">
          <MoveButton name={`Move up: ${name}`} isOff={isFirst} onMove={onUp}>
            <ArrowUp aria-hidden="true" className="size-4" />
          </MoveButton>
          <MoveButton name={`Move down: ${name}`} isOff={isLast} onMove={onDown}>
            <ArrowDown aria-hidden="true" className="size-4" />
          </MoveButton>
        </span>
      )}
    </li>
  )
}

/** One that is off keeps the focus, so that moving on by keyboard goes from where one is. */
function MoveButton({
  name,
  isOff,
  onMove,
  children,
}: {
  readonly name: string
  readonly isOff: boolean
  readonly onMove: () => void
  readonly children: React.ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={name}
      aria-disabled={isOff}
      onClick={() => isOff || onMove()}
      className="grid size-9 place-items-center rounded-md hover:bg-surface-strong aria-disabled:cursor-not-allowed aria-disabled:opacity-40"
    >
      {children}
    </button>
  )
}

function RightOrder({
  answerKey,
  textOf,
}: {
  readonly answerKey: NonNullable<FieldProps<'order'>['answerKey']>
  readonly textOf: (id: string) => string
}) {
  return (
    <div className="mt-4 rounded-md border border-pass p-4 text-sm">
      <p className="font-semibold">One right order, and what must come before what</p>
      <ol className="mt-2 ml-5 grid list-decimal gap-1">
        {answerKey.order.map((id) => (
          <li key={id}>
            <InlineHtml html={textOf(id)} />
          </li>
        ))}
      </ol>
      <ul className="mt-3 grid gap-2">
        {answerKey.before.map(({ first, second, why }) => (
          <li key={`${first} ${second}`}>
            <p className="text-muted">
              <InlineHtml html={textOf(first)} /> → <InlineHtml html={textOf(second)} />
            </p>
            <Html html={why} className="text-sm!" />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** For names that are spoken. */
function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
