'use client'
/** The keys of the lab page: one table for what they do and for what is said about them. */
import { useEffect, useRef } from 'react'

export type Command = 'run' | 'submit' | 'task' | 'investigate'

interface Shortcut {
  readonly command: Command
  /** As shown to people, and as `aria-keyshortcuts` wants it. */
  readonly keys: string
  readonly matches: (event: KeyboardEvent) => boolean
}

const SHORTCUTS: readonly Shortcut[] = [
  {
    command: 'run',
    keys: 'Control+Enter',
    matches: (event) => isEnter(event) && !event.shiftKey,
  },
  {
    command: 'submit',
    keys: 'Control+Shift+Enter',
    matches: (event) => isEnter(event) && event.shiftKey,
  },
  { command: 'task', keys: 'Alt+1', matches: (event) => event.altKey && event.code === 'Digit1' },
  {
    command: 'investigate',
    keys: 'Alt+2',
    matches: (event) => event.altKey && event.code === 'Digit2',
  },
]

function isEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey)
}

/** The keys of a command, for `aria-keyshortcuts`. */
export function keysOf(command: Command): string {
  return SHORTCUTS.find((shortcut) => shortcut.command === command)?.keys ?? ''
}

/** Calls `onCommand` for each shortcut, wherever the focus is; the editor does not see it. */
export function useShortcuts(onCommand: (command: Command) => void): void {
  const latest = useRef(onCommand)
  // Keys come from the window, so that they work with the focus anywhere.
  useEffect(() => {
    latest.current = onCommand
  })
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      const shortcut = SHORTCUTS.find(({ matches }) => matches(event))
      if (shortcut === undefined) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(shortcut.command)
    }
    // Before Monaco, which has its own idea of Control+Enter.
    addEventListener('keydown', handle, { capture: true })
    return () => removeEventListener('keydown', handle, { capture: true })
  }, [])
}
