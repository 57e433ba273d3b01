'use client'
/** Two versions of the code beside each other, and the way back to one of them. */
import { useMemo, useState } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { useStored } from '../../../_ui/use-stored.ts'
import type { DiffSession } from '../../_editor/diff-session.ts'
import { DiffTable } from '../../_editor/diff-table.tsx'
import { changesText, type DiffLine, diffLines } from '../../_editor/line-diff.ts'
import { MonacoDiff } from '../../_editor/monaco-diff.tsx'
import { useIsWide } from '../panes/use-is-wide.ts'
import type { SlotProps } from '../slot.ts'
import { useAttempts } from './use-attempts.ts'
import type { Comparison } from './use-history.ts'
import { useVersion, type VersionText } from './use-version.ts'
import { type VersionId, versionTitle } from './version.ts'
import { VersionSelect } from './version-select.tsx'

/** `list` is a table of lines, the other two are the editor's. */
type Look = 'side' | 'inline' | 'list'

const LOOKS: readonly { readonly id: Look; readonly title: string }[] = [
  { id: 'side', title: 'Side by side' },
  { id: 'inline', title: 'One column' },
  { id: 'list', title: 'Changes only' },
]

export function ComparisonDialog({ page, workspace }: SlotProps) {
  const { history } = workspace.text
  const isOpen = history.open === 'comparison'
  return (
    <Dialog
      state={{ isOpen, onOpenChange: (isNowOpen) => isNowOpen || history.close() }}
      size="wide"
      title="Compare"
    >
      <Body page={page} workspace={workspace} />
    </Dialog>
  )
}

/** Is there only while the dialog is open. */
function Body({ page, workspace }: SlotProps) {
  const { text, submission } = workspace
  const { comparison, compare } = text.history
  const ids = { labId: page.lab.id, stepId: page.step.id }
  const atHand = { present: text.source, starter: page.starter }
  const { attempts } = useAttempts(ids, true)
  const left = useVersion(comparison.left, ids, atHand)
  const right = useVersion(comparison.right, ids, atHand)
  const hasPassed = page.desk.hasPassed || submission.view?.verdict?.outcome === 'passed'
  const select = { attempts, hasPassed }
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <VersionSelect
          {...select}
          label="Left"
          value={comparison.left}
          onChange={(version) => compare(version, comparison.right)}
        />
        <VersionSelect
          {...select}
          label="Right"
          value={comparison.right}
          onChange={(version) => compare(comparison.left, version)}
        />
        <RestoreButton workspace={workspace} version={comparison.left} left={left} />
      </div>
      <Difference
        page={page}
        workspace={workspace}
        left={left}
        right={right}
        label={labelOf(comparison, (version) => versionTitle(version, attempts))}
      />
    </>
  )
}

function labelOf({ left, right }: Comparison, titleOf: (version: VersionId) => string): string {
  return `${titleOf(left)} compared with ${titleOf(right)}`
}

interface RestoreButtonProps extends Pick<SlotProps, 'workspace'> {
  readonly version: VersionId
  readonly left: VersionText
}

function RestoreButton({ workspace: { text, say }, version, left }: RestoreButtonProps) {
  if (version === 'present' || left.kind !== 'ready') return null
  const restore = () => {
    text.history.close()
    text.files.show('main')
    const undo = text.replace(left.source)
    say({ text: 'Your code is the left version now.', action: { label: 'Undo', run: undo } })
  }
  return (
    <Button look="secondary" onClick={restore} className="max-md:min-h-11">
      Restore the left version
    </Button>
  )
}

interface DifferenceProps extends SlotProps {
  readonly left: VersionText
  readonly right: VersionText
  readonly label: string
}

function Difference({ left, right, ...rest }: DifferenceProps) {
  const refused = [left, right].find(({ kind }) => kind === 'refused')
  if (refused?.kind === 'refused') return <p className="mt-4">{refused.why}</p>
  if (left.kind !== 'ready' || right.kind !== 'ready') {
    return <p className="mt-4 text-muted">Fetching the code…</p>
  }
  return <ReadyDifference {...rest} left={left.source} right={right.source} />
}

interface ReadyProps extends SlotProps {
  readonly left: string
  readonly right: string
  readonly label: string
}

function ReadyDifference({ page, workspace, left, right, label }: ReadyProps) {
  const { preferences } = workspace.text.preferences
  const [chosen, choose] = useStored<Look>('netsplit:comparison', 'side', asLook)
  const [session, setSession] = useState<DiffSession>()
  const [hasFailed, setHasFailed] = useState(false)
  const isWide = useIsWide()
  const lines = useMemo(() => diffLines(left, right), [left, right])
  // The editor's views need room, and a reader who wants no full editor wants none here.
  const canChoose = isWide === true && !hasFailed && preferences.kind !== 'plain'
  const look = canChoose ? chosen : 'list'
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="text-sm">
          {changesText(lines)}
        </p>
        {canChoose ? <LookSwitch look={look} onChoose={choose} /> : null}
        {session === undefined ? null : <ChangeButtons lines={lines} session={session} />}
      </div>
      <div className="mt-3 h-[60vh] min-h-40 overflow-auto border border-line" data-look={look}>
        {look === 'list' ? (
          // What scrolls must be reachable with the keyboard.
          <div role="region" aria-label={label} tabIndex={0} className="h-full overflow-auto">
            <DiffTable lines={lines} caption={label} />
          </div>
        ) : (
          <MonacoDiff
            key={label}
            assets={page.assets.editor}
            left={left}
            right={right}
            isSideBySide={look === 'side'}
            preferences={preferences}
            label={label}
            onReady={setSession}
            onFailed={() => setHasFailed(true)}
          />
        )}
      </div>
    </>
  )
}

function ChangeButtons({
  lines,
  session,
}: {
  readonly lines: readonly DiffLine[]
  readonly session: DiffSession
}) {
  if (lines.every(({ kind }) => kind === 'same')) return null
  return (
    <div className="flex gap-1">
      <Button look="secondary" size="small" onClick={() => session.goToChange('previous')}>
        Previous change
      </Button>
      <Button look="secondary" size="small" onClick={() => session.goToChange('next')}>
        Next change
      </Button>
    </div>
  )
}

function LookSwitch({
  look,
  onChoose,
}: {
  readonly look: Look
  readonly onChoose: (look: Look) => void
}) {
  return (
    <fieldset className="flex gap-1 text-sm">
      <legend className="sr-only">How the difference is shown</legend>
      {LOOKS.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          aria-pressed={look === id}
          onClick={() => onChoose(id)}
          className={`min-h-8 rounded px-2 ${look === id ? 'bg-surface-strong font-medium' : 'text-muted hover:text-text'}`}
        >
          {title}
        </button>
      ))}
    </fieldset>
  )
}

function asLook(kept: unknown): Look | undefined {
  return LOOKS.find(({ id }) => id === kept)?.id
}
