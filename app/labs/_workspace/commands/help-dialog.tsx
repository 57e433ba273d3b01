'use client'
/** The keys of the page, from the same table that drives them. */
import { Dialog } from '../../../_ui/dialog.tsx'
import type { Command, CommandGroup } from './command.ts'
import { Keys } from './keys.tsx'

interface HelpDialogProps {
  readonly commands: readonly Command[]
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  /** Whether plain keys such as `?` work outside of text. */
  readonly allowsTyped: boolean
  readonly onAllowTyped: (allows: boolean) => void
}

const GROUPS: readonly { readonly id: CommandGroup; readonly note?: string }[] = [
  { id: 'Run' },
  { id: 'Panes' },
  { id: 'Page' },
  { id: 'Diagram', note: 'while the focus is on the diagram' },
  { id: 'Editor', note: 'while the focus is in the editor' },
]

export function HelpDialog(props: HelpDialogProps) {
  const { commands, isOpen, onOpenChange, allowsTyped, onAllowTyped } = props
  const withKeys = commands.filter(({ keys }) => keys.length > 0)
  return (
    <Dialog
      title="Keys of this page"
      description="Everything here can be done without a mouse. The palette has all commands by name."
      state={{ isOpen, onOpenChange }}
    >
      {/* What scrolls must be reachable with the keyboard. */}
      <div className="max-h-[52vh] overflow-y-auto" tabIndex={0} role="region" aria-label="Keys">
        {GROUPS.map(({ id, note }) => (
          <Group key={id} id={id} note={note} commands={withKeys} />
        ))}
      </div>
      <label className="mt-4 flex min-h-8 items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={allowsTyped}
          onChange={({ target }) => onAllowTyped(target.checked)}
          className="size-4 accent-accent"
        />
        Plain keys, such as ? for this help, work outside of text
      </label>
    </Dialog>
  )
}

function Group({
  id,
  note,
  commands,
}: {
  readonly id: CommandGroup
  readonly note: string | undefined
  readonly commands: readonly Command[]
}) {
  const own = commands.filter(({ group }) => group === id)
  if (own.length === 0) return null
  return (
    <section className="mb-4">
      <h3 className="font-semibold text-sm">
        {id} {note === undefined ? null : <span className="font-normal text-muted">{note}</span>}
      </h3>
      <dl className="mt-1 text-sm">
        {own.map(({ id: command, title, keys }) => (
          <div key={command} className="flex items-baseline gap-4 border-line border-b py-1">
            <dt className="grow">{title}</dt>
            <dd className="shrink-0">
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
