'use client'
/** The code pane: its files, where the code is safe, and the editor that the reader likes. */
import dynamic from 'next/dynamic'
import { useId, useState } from 'react'
import { useStored } from '../../_ui/use-stored.ts'
import { AttemptsDialog } from '../_workspace/attempts/attempts-dialog.tsx'
import { ComparisonDialog } from '../_workspace/attempts/comparison-dialog.tsx'
import type { SlotProps } from '../_workspace/slot.ts'
import { type EditorFile, isMain } from './editor-file.ts'
import { EditorMenu } from './editor-menu.tsx'
import { FileTabs, tabId } from './file-tabs.tsx'
import { PlainEditor } from './plain-editor.tsx'
import { ReadOnlyCode } from './read-only-code.tsx'
import { SavingLine } from './saving-line.tsx'
import { TabHint } from './tab-hint.tsx'
import type { FilesState } from './use-files.ts'

/** Monaco needs a browser, and only those who edit with it fetch it. */
const CodeEditor = dynamic(
  () => import('./code-editor.tsx').then(({ CodeEditor: editor }) => editor),
  { ssr: false },
)

export function EditorPane({ page, workspace }: SlotProps) {
  const panelId = useId()
  const { text, panes } = workspace
  const { files } = text
  return (
    <>
      <div className="flex items-center gap-3 border-line border-b bg-surface pr-2 text-muted text-xs">
        <FileTabs files={files.files} shown={files.shown} onShow={files.show} panelId={panelId} />
        <OlderSteps files={files} />
        <div className="ml-auto flex min-h-8 shrink-0 items-center gap-1">
          <SavingLine state={text.saving} />
          {panes.showsEditor === false ? null : (
            <EditorMenu {...text.preferences} isPlain={text.isPlain} />
          )}
        </div>
      </div>
      {panes.showsEditor === false ? <ReadingNote onEdit={panes.askForEditor} /> : null}
      {isMain(files.shown) ? null : <FileNote file={files.shown} text={text} />}
      <div
        id={panelId}
        role="tabpanel"
        aria-labelledby={tabId(panelId, files.shown)}
        className="relative min-h-0 grow overflow-auto md:overflow-hidden"
      >
        <Editor page={page} workspace={workspace} />
      </div>
      <AttemptsDialog page={page} workspace={workspace} />
      <ComparisonDialog page={page} workspace={workspace} />
    </>
  )
}

/** The code of steps long done: too many for a tab each. */
function OlderSteps({ files: { older, openOlder } }: { readonly files: FilesState }) {
  if (older.length === 0) return null
  return (
    <select
      aria-label="Open the code of an earlier step"
      value=""
      onChange={({ currentTarget }) => {
        const step = older.find(({ id }) => id === currentTarget.value)
        if (step !== undefined) openOlder(step)
      }}
      className="min-h-8 w-32 shrink-0 bg-transparent max-md:min-h-11"
    >
      <option value="">Earlier steps…</option>
      {older.map(({ id, title }) => (
        <option key={id} value={id}>
          {id}: {title}
        </option>
      ))}
    </select>
  )
}

function Editor({ page, workspace: { text, panes } }: SlotProps) {
  const { preferences, change } = text.preferences
  const [knowsTab, setKnowsTab] = useStored('netsplit:tab-hint', false, asBoolean)
  const [isFocused, setIsFocused] = useState(false)
  const { shown } = text.files
  if (panes.showsEditor !== true || text.draft === undefined) return <Reading text={text} />
  if (text.isPlain) {
    return isMain(shown) ? (
      <PlainEditor
        source={text.source}
        preferences={preferences}
        onChange={text.write}
        onReady={text.setEditor}
      />
    ) : (
      <Reading text={text} />
    )
  }
  return (
    <>
      <CodeEditor
        assets={page.assets.editor}
        initial={text.source}
        file={shown}
        preferences={preferences}
        onChange={text.write}
        onDiagnostics={text.setDiagnostics}
        onOpen={text.files.open}
        onFocus={() => setIsFocused(true)}
        onReady={text.setEditor}
        onUsePlain={() => change({ kind: 'plain' })}
      />
      {isFocused && !knowsTab ? <TabHint onClose={() => setKnowsTab(true)} /> : null}
    </>
  )
}

type Text = SlotProps['workspace']['text']

function Reading({ text: { files, source, target } }: { readonly text: Text }) {
  const { shown } = files
  if (shown.text === undefined) {
    return <p className="px-4 py-3 text-muted text-sm">Fetching {shown.title}…</p>
  }
  // Both as wide as the pane, and scrolled by themselves.
  return (
    <div className="h-full overflow-auto">
      <ReadOnlyCode
        label={isMain(shown) ? 'Your code' : `${shown.title}: ${shown.about}`}
        source={isMain(shown) ? source : shown.text}
        target={isMain(shown) ? target : undefined}
      />
    </div>
  )
}

/** What the file is, and the way back from it. */
function FileNote({ file, text }: { readonly file: EditorFile; readonly text: Text }) {
  const { files } = text
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 border-line border-b bg-surface px-4 text-sm">
      <p>
        <span className="font-mono">{file.title}</span>: {file.about}
      </p>
      <button type="button" onClick={() => files.show('main')} className={ACTION}>
        Back to my code
      </button>
      {file.isClosable ? (
        <button type="button" onClick={() => files.close(file.id)} className={ACTION}>
          Close
        </button>
      ) : null}
    </div>
  )
}

const ACTION = 'min-h-8 font-medium text-accent underline underline-offset-2 max-md:min-h-11'

function ReadingNote({ onEdit }: { readonly onEdit: () => void }) {
  return (
    <p className="border-line border-b bg-surface px-4 py-1.5 text-sm">
      Your code, to read and run. It is the same on all your devices.{' '}
      <button type="button" onClick={onEdit} className={ACTION}>
        Edit it here
      </button>
    </p>
  )
}

function asBoolean(kept: unknown): boolean | undefined {
  return typeof kept === 'boolean' ? kept : undefined
}
