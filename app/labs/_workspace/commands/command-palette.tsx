'use client'
/** All commands in a list that typing narrows; arrows choose, Enter runs. */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Dialog } from '../../../_ui/dialog.tsx'
import type { Command } from './command.ts'
import { filterCommands, type RunnableCommand } from './filter-commands.ts'
import { Keys } from './keys.tsx'

interface CommandPaletteProps {
  readonly commands: readonly Command[]
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

export function CommandPalette({ commands, isOpen, onOpenChange }: CommandPaletteProps) {
  const chosen = useRef<Choice>(undefined)
  const choose = (choice: Choice) => {
    chosen.current = choice
    onOpenChange(false)
  }
  // Many commands move the focus, so that it must be back where it was before they run.
  const onClosed = () => {
    if (chosen.current === undefined) return
    const { command, from } = chosen.current
    if (from instanceof HTMLElement) from.focus()
    command.run()
  }
  // The dialog asks after that, and would take the focus away again.
  const returnsFocus = () => chosen.current === undefined
  const close = () => {
    chosen.current = undefined
    onOpenChange(false)
  }
  return (
    <Dialog title="Commands" state={{ isOpen, onOpenChange: close, onClosed, returnsFocus }}>
      <PaletteList commands={commands} onChoose={choose} />
    </Dialog>
  )
}

interface Choice {
  readonly command: RunnableCommand
  /** What had the focus before the palette took it. */
  readonly from: Element | null
}

interface PaletteListProps {
  readonly commands: readonly Command[]
  readonly onChoose: (choice: Choice) => void
}

/** Begins anew each time that the palette opens. */
function PaletteList({ commands, onChoose }: PaletteListProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [from] = useState(() => document.activeElement)
  const list = useRef<HTMLDivElement>(null)
  const found = filterCommands(commands, typed)
  const optionId = (index: number) => `${id}-${index}`
  const move = (index: number) => {
    const next = (index + found.length) % Math.max(1, found.length)
    setAt(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const handleKey = (event: KeyboardEvent) => {
    const command = found[at]
    if (event.key === 'ArrowDown') move(at + 1)
    else if (event.key === 'ArrowUp') move(at - 1)
    else if (event.key === 'Enter' && command !== undefined) onChoose({ command, from })
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        role="combobox"
        aria-label="Find a command"
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found.length === 0 ? undefined : optionId(at)}
        placeholder="Find a command"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
        onKeyDown={handleKey}
        className="min-h-11 w-full rounded-md border border-line-strong bg-page px-3"
      />
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label="Commands"
        className="mt-3 max-h-[46vh] overflow-y-auto"
      >
        {found.map((command, index) => (
          <PaletteOption
            key={command.id}
            id={optionId(index)}
            command={command}
            isChosen={index === at}
            onPoint={() => setAt(index)}
            onChoose={() => onChoose({ command, from })}
          />
        ))}
      </div>
      <p role="status" className={found.length === 0 ? 'px-3 text-muted text-sm' : 'sr-only'}>
        {found.length === 0
          ? `No command has “${typed}” in its name. Try one word of what you want to do.`
          : `${found.length} commands`}
      </p>
    </>
  )
}

interface PaletteOptionProps {
  readonly id: string
  readonly command: RunnableCommand
  readonly isChosen: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

/** The keyboard stays with the text field, which names the chosen option. */
function PaletteOption({ id, command, isChosen, onPoint, onChoose }: PaletteOptionProps) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      onClick={onChoose}
      onPointerMove={onPoint}
      className="flex min-h-10 w-full items-center gap-3 rounded-md px-3 py-1.5 text-left text-sm aria-selected:bg-surface-strong aria-selected:outline aria-selected:outline-transparent pointer-coarse:min-h-11"
    >
      <span className="grow">{command.title}</span>
      <Keys keys={command.keys} />
    </button>
  )
}
