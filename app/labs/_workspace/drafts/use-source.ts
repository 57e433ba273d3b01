'use client'
/** The learner's text, wherever it is at the moment: in an editor, or only to read. */
import { useEffect, useMemo, useState } from 'react'
import type { Compile } from '../../../_run/compilation.ts'
import { workerCompiler } from '../../../_run/compile-in-worker.ts'
import type { RunReport } from '../../../_run/run-report.ts'
import { editorCommands } from '../../_editor/editor-commands.ts'
import { isMain, MAIN_FILE } from '../../_editor/editor-file.ts'
import type { EditorHandle } from '../../_editor/editor-handle.ts'
import { type FilesState, useFiles } from '../../_editor/use-files.ts'
import { type PreferencesState, usePreferences } from '../../_editor/use-preferences.ts'
import { recordRun } from '../attempts/attempt-api.ts'
import { historyCommands } from '../attempts/history-commands.ts'
import { summarizeRun } from '../attempts/run-summary.ts'
import { type HistoryState, useHistory } from '../attempts/use-history.ts'
import type { PartCommand } from '../commands/command.ts'
import { useIsMac } from '../commands/use-is-mac.ts'
import type { NoticeText } from '../notice.tsx'
import { useIsWide } from '../panes/use-is-wide.ts'
import type { LabWorkspaceProps } from '../workspace-props.ts'
import { CodeSlot } from './code-slot.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { DraftSnapshot } from './draft-keeper.ts'
import { draftNotices } from './draft-notices.ts'
import type { SavingState } from './saving-state.ts'
import { useDraft } from './use-draft.ts'

export interface SourceState {
  readonly source: string
  /** Undefined until what the browser kept has been read. */
  readonly draft: DraftSnapshot | undefined
  readonly saving: SavingState
  readonly compile: Compile
  readonly write: (source: string) => void
  /** Resolves when the server has the text, or could not take it; true when it knows the learner. */
  readonly settle: () => Promise<boolean>
  /** Replaces the whole text; returns how to undo that. */
  readonly replace: (source: string) => () => void
  /** Shows a place in the text, both from 1. */
  readonly goTo: (line: number, column: number) => void
  /** The last of these places, for where there is no editor. */
  readonly target: { readonly line: number } | undefined
  /** Marks a line in the editor, from 1, where there is one; the focus stays. */
  readonly point: (line: number) => void
  /** What the editor can do, for the palette. */
  readonly commands: readonly PartCommand[]
  /** What TypeScript says about the text at this moment. */
  readonly diagnostics: readonly Diagnostic[]
  readonly setDiagnostics: (diagnostics: readonly Diagnostic[]) => void
  /** Called by the editor when it can be used, and with undefined when it goes. */
  readonly setEditor: (editor: EditorHandle | undefined) => void
  readonly files: FilesState
  readonly preferences: PreferencesState
  /** A plain text field is the editor. */
  readonly isPlain: boolean
  /** Attempts and what is compared with what. */
  readonly history: HistoryState
  /** Remembers a run that has ended, for the list of attempts. */
  readonly recordRun: (report: RunReport) => void
}

/** @param say shows a line with the way back */
export function useSource(page: LabWorkspaceProps, say: (notice: NoticeText) => void): SourceState {
  const { lab, step, starter, assets, desk, latest } = page
  const ids = { labId: lab.id, stepId: step.id }
  const [diagnostics, setDiagnostics] = useState<readonly Diagnostic[]>([])
  const { compileWorker } = assets
  const compileHere = useMemo(() => workerCompiler(compileWorker), [compileWorker])
  const history = useHistory()
  const [editor, setEditor] = useState<EditorHandle>()
  const [slot] = useState(() => new CodeSlot())
  const [target, setTarget] = useState<{ readonly line: number }>()
  const { draft, earlier, write, settle } = useDraft({
    ...ids,
    desk,
    starter,
    submitted: latest?.source,
    ...draftNotices({ ids, starter, slot, say, compare: history.compare }),
  })
  const files = useFiles({
    labId: lab.id,
    starter,
    kit: desk.kit,
    earlier,
    typesUrl: assets.editor.types,
  })
  const preferences = usePreferences()
  const isWide = useIsWide()
  const isMac = useIsMac()
  const { kind } = preferences.preferences
  const isPlain = kind === undefined ? isWide === false : kind === 'plain'
  const source = draft?.source ?? starter
  // The slot outlives every rendering, and is asked by notices that were said before.
  useEffect(() => slot.follow(source, write))
  return {
    source,
    draft,
    saving: draft?.saving ?? { kind: 'untouched' },
    compile: editor?.compile ?? compileHere,
    write,
    settle,
    replace: (text) => slot.replace(text),
    goTo: (line, column) => {
      if (!isMain(files.shown)) files.show(MAIN_FILE.id)
      setTarget({ line })
      slot.whenReady((ready) => ready.goTo(line, column))
    },
    point: (line) => editor?.point?.(line),
    target,
    commands: [
      ...editorCommands({ editor, ...preferences, isPlain, isMac }),
      ...historyCommands(history),
    ],
    diagnostics,
    setDiagnostics,
    setEditor: (next) => {
      setEditor(next)
      slot.setEditor(next)
    },
    files,
    preferences,
    isPlain,
    history,
    recordRun: (report) => {
      const run = summarizeRun(report)
      if (run === undefined) return
      void settle().then((isOwned) => (isOwned ? recordRun(ids, run) : undefined))
    },
  }
}
