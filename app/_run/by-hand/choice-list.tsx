'use client'
/**
 * Everything that may happen next in a run, to pick from: by node, with what each message holds.
 * One stop of the Tab key; arrows move, Enter picks, Backspace takes the last pick back. It knows
 * no page around it, so that lessons can use it too.
 */
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Choice } from '#core'
import { cn } from '../../_ui/class-names.ts'
import { dueText, groupChoices, previewOf } from './choice-groups.ts'

interface ChoiceListProps {
  readonly choices: readonly Choice[]
  /** Nodes, then clients. */
  readonly places: readonly string[]
  /** The time of the run, in microseconds. */
  readonly now: number
  /** A pick is under way: the list stays, and picks nothing. */
  readonly isBusy: boolean
  readonly onPick: (choice: Choice) => void
  readonly onUndo: () => void
}

export function ChoiceList(props: ChoiceListProps) {
  const { choices, places, now, isBusy, onPick, onUndo } = props
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const groups = groupChoices(choices, places)
  const inOrder = groups.flatMap((group) => group.choices)
  const current = Math.min(at, Math.max(0, inOrder.length - 1))
  const move = (index: number) => {
    const next = Math.min(Math.max(0, index), inOrder.length - 1)
    setAt(next)
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[next]?.scrollIntoView({
      block: 'nearest',
    })
  }
  const pick = (choice: Choice) => {
    if (!isBusy) onPick(choice)
  }
  const handleKey = (event: KeyboardEvent) => {
    const choice = inOrder[current]
    const target = MOVES[event.key]?.(current, inOrder.length)
    if (target !== undefined) move(target)
    else if (event.key === 'Enter' && choice !== undefined) pick(choice)
    else if (event.key === 'Backspace') {
      if (!isBusy) onUndo()
    } else return
    event.preventDefault()
  }
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="What may happen next"
      aria-busy={isBusy}
      aria-activedescendant={inOrder.length === 0 ? undefined : `choice-${current}`}
      aria-keyshortcuts="ArrowUp ArrowDown Enter Backspace"
      tabIndex={0}
      onKeyDown={handleKey}
      className="group min-h-0 overflow-y-auto rounded-md border border-line"
    >
      {groups.map((group) => (
        <div
          key={group.place ?? ''}
          role="group"
          aria-label={group.place ?? 'The whole run'}
          className="border-line border-b last:border-b-0"
        >
          <p aria-hidden="true" className="bg-surface px-3 py-1 font-mono text-muted text-xs">
            {group.place ?? <span className="font-sans">the whole run</span>}
          </p>
          {group.choices.map((choice) => {
            const index = inOrder.indexOf(choice)
            return (
              <Option
                key={choice.name}
                id={`choice-${index}`}
                choice={choice}
                due={dueText(choice, now)}
                isCurrent={index === current}
                onPick={() => {
                  setAt(index)
                  pick(choice)
                }}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

interface OptionProps {
  readonly id: string
  readonly choice: Choice
  readonly due: string
  readonly isCurrent: boolean
  readonly onPick: () => void
}

function Option({ id, choice, due, isCurrent, onPick }: OptionProps) {
  const preview = previewOf(choice)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- The list listens for keys.
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      // The list has the focus; its options are named by aria-activedescendant.
      tabIndex={-1}
      onClick={onPick}
      className={cn(
        'min-h-9 cursor-pointer border-transparent border-l-2 px-3 py-1.5 text-sm hover:bg-surface pointer-coarse:min-h-11',
        isCurrent && 'border-accent group-focus:bg-surface-strong',
      )}
    >
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span>{choice.text}</span>
        <span className="text-muted text-xs tabular-nums">{due}</span>
      </span>
      {preview === '' ? null : (
        <code className="block truncate font-mono text-muted text-xs">{preview}</code>
      )}
    </div>
  )
}
