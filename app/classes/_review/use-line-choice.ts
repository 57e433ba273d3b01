'use client'
/** Lines of code that are chosen with pointer or keys. */
import { type KeyboardEvent, useState } from 'react'
import type { LineRange } from '../../_classes/reviews/comment-place.ts'
import { chosenRange, type LineChoice, moveChoice } from './line-choice.ts'

export interface ChosenLines {
  readonly range: LineRange
  /** The line that Tab leads to. */
  readonly at: number
  readonly setRange: (range: LineRange) => void
  /** Chooses a line, or all from where choosing began to it. */
  readonly choose: (line: number, extent: 'one' | 'more') => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** @param focusLine moves the focus to the button of a line */
export function useLineChoice(lines: number, focusLine: (line: number) => void): ChosenLines {
  const [choice, setChoice] = useState<LineChoice>({ at: 1, anchor: 1 })
  return {
    range: chosenRange(choice),
    at: choice.at,
    setRange: ({ firstLine, lastLine }) => setChoice({ anchor: firstLine, at: lastLine }),
    choose: (line, extent) =>
      setChoice(({ anchor }) => ({ at: line, anchor: extent === 'more' ? anchor : line })),
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const next = moveChoice(choice, event.key, { isMore: event.shiftKey, lines })
      if (next === undefined) return
      event.preventDefault()
      setChoice(next)
      focusLine(next.at)
    },
  }
}

export function isInRange({ firstLine, lastLine }: LineRange, line: number): boolean {
  return line >= firstLine && line <= lastLine
}
