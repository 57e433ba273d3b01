/** Which commands the palette lists for what was typed. */
import type { Command } from './command.ts'

export type RunnableCommand = Command & { readonly run: () => void }

/** Those that can be run from anywhere and have every typed word in their title or group. */
export function filterCommands(
  commands: readonly Command[],
  typed: string,
): readonly RunnableCommand[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return commands.filter((command): command is RunnableCommand => {
    // The palette would only open itself again.
    if (command.run === undefined || command.id === 'palette') return false
    const text = `${command.title} ${command.group}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
