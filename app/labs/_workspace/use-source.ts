'use client'
/** The learner's text, wherever it is at the moment: in the editor, or only to read. */
import { useMemo, useState } from 'react'
import type { Compile } from '../../_run/compilation.ts'
import { workerCompiler } from '../../_run/compile-in-worker.ts'
import type { EditorHandle } from '../_editor/editor-handle.ts'
import type { Draft } from './use-draft.ts'
import { useDraft } from './use-draft.ts'
import type { LabWorkspaceProps } from './workspace-props.ts'

export interface SourceState {
  readonly source: string
  /** Undefined until what the browser kept has been read. */
  readonly draft: Draft | undefined
  readonly compile: Compile
  readonly write: (source: string) => void
  /** Replaces the whole text; returns how to undo that. */
  readonly replace: (source: string) => () => void
  /** Shows a place in the text, both from 1. */
  readonly goTo: (line: number, column: number) => void
  /** Called by the editor when it can be used, and with undefined when it goes. */
  readonly setEditor: (editor: EditorHandle | undefined) => void
}

export function useSource({ lab, step, starter, assets }: LabWorkspaceProps): SourceState {
  const { draft, write } = useDraft(`${lab.id}/${step.id}`, starter)
  const [editor, setEditor] = useState<EditorHandle>()
  const { compileWorker } = assets
  const compileHere = useMemo(() => workerCompiler(compileWorker), [compileWorker])
  const source = draft?.source ?? starter
  const replace = (text: string) => {
    if (editor === undefined) {
      write(text)
      return () => write(source)
    }
    editor.replace(text)
    return () => editor.undo()
  }
  return {
    source,
    draft,
    compile: editor?.compile ?? compileHere,
    write,
    replace,
    goTo: (line, column) => editor?.goTo(line, column),
    setEditor,
  }
}
