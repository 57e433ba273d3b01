'use client'
/** The full editor. Its code is fetched only where somebody edits with it. */
import { useEffect, useRef, useState } from 'react'
import type { EditorAssets } from './assets.ts'
import type { EditorFile } from './editor-file.ts'
import type { EditorHandle } from './editor-handle.ts'
import { EditorSession, type SessionEvents } from './editor-session.ts'
import { ReadOnlyCode } from './read-only-code.tsx'
import { useMonacoSession } from './use-monaco-session.ts'
import type { EditorPreferences } from './use-preferences.ts'

interface CodeEditorProps extends SessionEvents {
  readonly assets: EditorAssets
  /** What the learner's file opens with; later changes come through the handle. */
  readonly initial: string
  readonly file: EditorFile
  readonly preferences: EditorPreferences
  readonly onReady: (handle: EditorHandle | undefined) => void
  readonly onUsePlain: () => void
}

export function CodeEditor(props: CodeEditorProps) {
  const { assets, initial, file, preferences, onUsePlain } = props
  const [hasFailed, setHasFailed] = useState(false)
  const latest = useRef(props)
  // The editor is made once and calls the newest handlers.
  useEffect(() => {
    latest.current = props
  })
  const { host, session } = useMonacoSession({
    assets,
    make: (monaco, element) =>
      new EditorSession(monaco, element, {
        source: initial,
        preferences,
        events: {
          onChange: (text) => latest.current.onChange(text),
          onDiagnostics: (diagnostics) => latest.current.onDiagnostics(diagnostics),
          onOpen: (opened) => latest.current.onOpen(opened),
          onFocus: () => latest.current.onFocus(),
        },
      }),
    onReady: (made) => props.onReady(made?.handle),
    onFailed: () => setHasFailed(true),
  })
  // The editor's own state follows what the page shows and what the reader likes.
  useEffect(() => session?.show(file), [session, file])
  useEffect(() => session?.setPreferences(preferences), [session, preferences])
  return (
    <div className="relative h-full">
      <div ref={host} className="absolute inset-0" />
      {session !== undefined ? null : (
        <div className="absolute inset-0 overflow-auto bg-page">
          {hasFailed ? (
            <p role="alert" className="border-line border-b bg-surface px-4 py-2 text-sm">
              The editor could not be loaded. Reload the page to try again, or{' '}
              <button
                type="button"
                onClick={onUsePlain}
                className="font-medium text-accent underline underline-offset-2"
              >
                edit in a plain text field
              </button>
              . Your code is kept.
            </p>
          ) : null}
          <ReadOnlyCode label="Your code" source={initial} />
        </div>
      )}
    </div>
  )
}
