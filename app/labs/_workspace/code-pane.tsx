'use client'
/** The learner's code: the editor where there is room for it, text to read elsewhere. */
import dynamic from 'next/dynamic'
import type { EditorAssets } from '../_editor/assets.ts'
import type { EditorHandle } from '../_editor/editor-handle.ts'
import { ReadOnlyCode } from '../_editor/read-only-code.tsx'
import { useIsWide } from './use-is-wide.ts'

/** Monaco needs a browser, and only wide screens fetch it. */
const CodeEditor = dynamic(
  () => import('../_editor/code-editor.tsx').then(({ CodeEditor: editor }) => editor),
  { ssr: false },
)

interface CodePaneProps {
  readonly assets: EditorAssets
  readonly source: string
  /** The text kept in the browser has been read. */
  readonly isRead: boolean
  readonly onChange: (source: string) => void
  readonly onReady: (handle: EditorHandle | undefined) => void
}

export function CodePane({ assets, source, isRead, onChange, onReady }: CodePaneProps) {
  const isWide = useIsWide()
  return (
    <>
      {isWide === false ? (
        <p className="border-line border-b bg-surface px-4 py-2.5 text-sm">
          Edit on a wider screen. You can read, run and submit your code here; code that you submit
          is offered to you on your other devices.
        </p>
      ) : (
        <div className="flex min-h-8 items-center justify-between gap-4 border-line border-b bg-surface px-4 text-muted text-xs">
          <span className="font-mono">main.ts</span>
          <span className="truncate">
            Saved in this browser · <kbd className="font-sans">Ctrl+M</kbd>: Tab moves the focus
          </span>
        </div>
      )}
      <div className="min-h-0 grow overflow-auto md:overflow-hidden">
        {isWide === true && isRead ? (
          <CodeEditor assets={assets} initial={source} onChange={onChange} onReady={onReady} />
        ) : (
          <ReadOnlyCode source={source} />
        )}
      </div>
    </>
  )
}
