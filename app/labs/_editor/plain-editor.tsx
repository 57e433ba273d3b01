'use client'
/** A plain text field as the editor: for small screens, screen readers, and who prefers it. */
import { useEffect, useRef, useState } from 'react'
import type { EditorHandle } from './editor-handle.ts'
import { offsetOf, placeOf } from './text-place.ts'
import type { EditorPreferences } from './use-preferences.ts'

interface PlainEditorProps {
  readonly source: string
  readonly preferences: EditorPreferences
  readonly onChange: (source: string) => void
  readonly onReady: (handle: EditorHandle | undefined) => void
}

const LINE_HEIGHT = 1.55

export function PlainEditor({ source, preferences, onChange, onReady }: PlainEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [cursor, setCursor] = useState(0)
  const latest = useRef({ onChange, onReady })
  // Always call the newest handlers: the handle is given once.
  useEffect(() => {
    latest.current = { onChange, onReady }
  })
  // The text field is the browser's; the handle reaches it for as long as it is there.
  useEffect(() => {
    const { current } = field
    if (current === null) return
    latest.current.onReady(handleOf(current, setCursor))
    return () => latest.current.onReady(undefined)
  }, [])
  const { line, column } = placeOf(source, cursor)
  return (
    <div className="flex h-full min-h-[60dvh] flex-col md:min-h-0">
      <textarea
        ref={field}
        aria-label="Your code"
        value={source}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onSelect={({ currentTarget }) => setCursor(currentTarget.selectionEnd)}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        wrap={preferences.wraps ? 'soft' : 'off'}
        style={{
          // Phones zoom into fields with smaller letters.
          fontSize: `max(${preferences.fontSize}px, var(--letters-min, 0px))`,
          lineHeight: LINE_HEIGHT,
        }}
        className="min-h-0 grow resize-none bg-page pointer-coarse:[--letters-min:16px] px-4 py-2.5 font-mono outline-offset-[-2px] [font-variant-ligatures:none]"
      />
      <p className="border-line border-t px-4 py-1 text-muted text-xs tabular-nums">
        Line {line}, column {column}
      </p>
    </div>
  )
}

function handleOf(field: HTMLTextAreaElement, onMove: (offset: number) => void): EditorHandle {
  return {
    replace(source) {
      field.focus()
      field.select()
      insert(source)
      field.setSelectionRange(0, 0)
    },
    undo: () => {
      field.focus()
      document.execCommand('undo')
    },
    goTo(line, column) {
      const offset = offsetOf(field.value, line, column)
      field.focus()
      field.setSelectionRange(offset, offset)
      // The browser tells of what people do to a selection, not of what pages do.
      onMove(offset)
      const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight)
      field.scrollTop = (line - 1) * lineHeight - field.clientHeight / 2
    },
  }
}

/**
 * Typing by command: marked as old in the standards, and still the only way in which what a
 * page writes into a text field can be undone like what people write.
 */
function insert(text: string): void {
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
}
