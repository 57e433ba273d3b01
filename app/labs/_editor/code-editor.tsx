'use client'
/** The editor, set up for one file of TypeScript. Loaded on wide screens only. */
import { useEffect, useRef, useState } from 'react'
import type { EditorAssets } from './assets.ts'
import type { EditorHandle } from './editor-handle.ts'
import { loadMonaco, type Monaco } from './load-monaco.ts'
import { compileModel } from './monaco-compile.ts'
import { followTheme } from './monaco-theme.ts'
import { ReadOnlyCode } from './read-only-code.tsx'

interface CodeEditorProps {
  readonly assets: EditorAssets
  /** What the editor opens with; later changes come through the handle. */
  readonly initial: string
  readonly onChange: (source: string) => void
  readonly onReady: (handle: EditorHandle | undefined) => void
}

type Editor = ReturnType<Monaco['editor']['create']>

const ARIA_LABEL = 'Your code. Control+M makes Tab move the focus instead of indenting.'

export function CodeEditor({ assets, initial, onChange, onReady }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  const opened = useRef({ initial, onChange, onReady })
  // Always call the newest handlers: the editor itself is made once only.
  useEffect(() => {
    opened.current = { ...opened.current, onChange, onReady }
  })
  // Monaco lives outside React: it is made when its code has come, and disposed of with the page.
  useEffect(() => {
    let isGone = false
    let dispose = () => {}
    loadMonaco(assets).then(
      (monaco) => {
        if (isGone || host.current === null) return
        const editor = createEditor(monaco, host.current, opened.current.initial)
        const model = editor.getModel()
        if (model === null) return
        const unfollow = followTheme(monaco)
        editor.onDidChangeModelContent(() => opened.current.onChange(model.getValue()))
        opened.current.onReady(handleOf(monaco, editor))
        setState('ready')
        dispose = () => {
          unfollow()
          opened.current.onReady(undefined)
          editor.dispose()
          model.dispose()
        }
      },
      () => setState('failed'),
    )
    return () => {
      isGone = true
      dispose()
    }
  }, [assets])
  return (
    <div className="relative h-full">
      <div ref={host} className="absolute inset-0" />
      {state === 'ready' ? null : (
        <div className="absolute inset-0 overflow-auto bg-page">
          {state === 'failed' ? (
            <p role="alert" className="border-line border-b bg-surface px-4 py-2 text-sm">
              The editor could not be loaded. Reload the page to try again; your code is kept.
            </p>
          ) : null}
          <ReadOnlyCode source={initial} />
        </div>
      )}
    </div>
  )
}

function createEditor(monaco: Monaco, host: HTMLElement, source: string): Editor {
  const model = monaco.editor.createModel(source, 'typescript', monaco.Uri.parse('file:///main.ts'))
  const mono = getComputedStyle(host).getPropertyValue('--font-jetbrains-mono').trim()
  return monaco.editor.create(host, {
    model,
    ariaLabel: ARIA_LABEL,
    automaticLayout: true,
    fontFamily: `${mono === '' ? '' : `${mono}, `}ui-monospace, monospace`,
    fontSize: 13.5,
    lineHeight: 21,
    fontLigatures: false,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    padding: { top: 10, bottom: 10 },
    tabSize: 2,
    renderLineHighlight: 'line',
    overviewRulerLanes: 0,
    lineNumbersMinChars: 3,
    folding: false,
    stickyScroll: { enabled: false },
    fixedOverflowWidgets: true,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    smoothScrolling: false,
    cursorBlinking: 'solid',
  })
}

function handleOf(monaco: Monaco, editor: Editor): EditorHandle {
  return {
    compile: async () => {
      const model = editor.getModel()
      if (model === null) throw new Error('the editor was closed')
      return compileModel(monaco, model)
    },
    replace(source) {
      const range = editor.getModel()?.getFullModelRange()
      if (range === undefined) return
      editor.pushUndoStop()
      editor.executeEdits('replace', [{ range, text: source }])
      editor.pushUndoStop()
    },
    undo: () => editor.trigger('page', 'undo', null),
    goTo(line, column) {
      editor.revealLineInCenter(line)
      editor.setPosition({ lineNumber: line, column })
      editor.focus()
    },
  }
}
