'use client'
/** How the editor is set up, and what of that the reader chooses. */
import type { Monaco } from './load-monaco.ts'
import type { EditorPreferences } from './use-preferences.ts'

type Options = NonNullable<Parameters<Monaco['editor']['create']>[1]>

const LINE_HEIGHT = 1.55

/** What is the same for every reader. */
export function editorOptions(host: HTMLElement): Options {
  const mono = getComputedStyle(host).getPropertyValue('--font-jetbrains-mono').trim()
  return {
    ariaLabel: 'Your code. Control+M makes Tab move the focus instead of indenting.',
    automaticLayout: true,
    fontFamily: `${mono === '' ? '' : `${mono}, `}ui-monospace, monospace`,
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
  }
}

/** What the reader chooses. */
export function preferenceOptions({ wraps, fontSize }: EditorPreferences): Options {
  return {
    fontSize,
    lineHeight: Math.round(fontSize * LINE_HEIGHT),
    wordWrap: wraps ? 'on' : 'off',
  }
}
