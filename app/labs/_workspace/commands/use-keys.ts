'use client'
/** Gives the page's commands by their keys, wherever the focus is. */
import { useEffect, useRef } from 'react'
import { isChord, isTyped } from './chord.ts'
import type { Command } from './command.ts'

/** @param allowsTyped whether keys that are also typed as text may be used, outside of text */
export function useKeys(commands: readonly Command[], allowsTyped: boolean): void {
  const latest = useRef({ commands, allowsTyped })
  useEffect(() => {
    latest.current = { commands, allowsTyped }
  })
  // Keys come from the window, so that they work with the focus anywhere.
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      // An open dialog has the keys to itself.
      if (event.isComposing || isIn(event.target, '[role="dialog"]')) return
      const run = find(latest.current, event)
      if (run === undefined) return
      event.preventDefault()
      event.stopPropagation()
      run()
    }
    // Before the editor, which has its own idea of Control+Enter.
    addEventListener('keydown', handle, { capture: true })
    return () => removeEventListener('keydown', handle, { capture: true })
  }, [])
}

const TEXT_FIELDS = 'input, textarea, select, [contenteditable], .monaco-editor'

function find(
  { commands, allowsTyped }: { commands: readonly Command[]; allowsTyped: boolean },
  event: KeyboardEvent,
): (() => void) | undefined {
  const isInText = isIn(event.target, TEXT_FIELDS)
  for (const { scope, keys, run } of commands) {
    if (scope !== 'page' || run === undefined) continue
    for (const chord of keys) {
      if (!isChord(event, chord)) continue
      // A plain key is text in a text field; and F1 there opens the editor's own commands.
      const isPlain = isTyped(chord) || chord === 'F1'
      if (isPlain && (isInText || (isTyped(chord) && !allowsTyped))) continue
      return run
    }
  }
  return undefined
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null
}
