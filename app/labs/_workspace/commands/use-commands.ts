'use client'
/** All commands of the page, and which of its two dialogs about them is open. */
import { useState } from 'react'
import { useStored } from '../../../_ui/use-stored.ts'
import { DIAGRAM_COMMANDS } from '../../../_viz/space-time/diagram-commands.ts'
import type { Command, CommandGroup, PartCommand } from './command.ts'
import { type PageActions, pageCommands } from './page-commands.ts'
import { useKeys } from './use-keys.ts'

/** The commands of a part of the page. */
export interface CommandPart {
  readonly group: CommandGroup
  readonly scope: Command['scope']
  readonly commands: readonly PartCommand[]
}

export interface CommandsState {
  readonly commands: readonly Command[]
  readonly open: 'palette' | 'help' | undefined
  readonly setOpen: (open: 'palette' | 'help' | undefined) => void
  readonly allowsTyped: boolean
  readonly setAllowsTyped: (allows: boolean) => void
}

type OwnActions = Omit<PageActions, 'openPalette' | 'openHelp'>

/**
 * @param unavailable ids of the page's own commands that would do nothing now
 * @param parts what the parts of the page add
 */
export function useCommands(
  actions: OwnActions,
  unavailable: readonly string[],
  parts: readonly CommandPart[],
): CommandsState {
  const [open, setOpen] = useState<'palette' | 'help'>()
  const [allowsTyped, setAllowsTyped] = useStored('netsplit:plain-keys', true, asBoolean)
  const own = pageCommands({
    ...actions,
    openPalette: () => setOpen('palette'),
    openHelp: () => setOpen('help'),
  })
  const commands = [
    ...own.filter(({ id }) => !unavailable.includes(id)),
    ...parts.flatMap(({ commands: some, ...rest }) => some.map((one) => ({ ...one, ...rest }))),
    ...DIAGRAM_COMMANDS.map((one) => ({ ...one, group: 'Diagram', scope: 'diagram' }) as const),
  ]
  useKeys(commands, allowsTyped)
  return { commands, open, setOpen, allowsTyped, setAllowsTyped }
}

function asBoolean(kept: unknown): boolean | undefined {
  return typeof kept === 'boolean' ? kept : undefined
}
