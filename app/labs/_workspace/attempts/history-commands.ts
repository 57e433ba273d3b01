/** What can be done with earlier code, as commands for the palette. */
import type { PartCommand } from '../commands/command.ts'
import type { HistoryState } from './use-history.ts'

export function historyCommands({ showAttempts, compare }: HistoryState): readonly PartCommand[] {
  return [
    { id: 'attempts', title: 'Show my attempts at this step', keys: [], run: showAttempts },
    {
      id: 'compare.starter',
      title: 'Compare with the starter',
      keys: [],
      run: () => compare('starter'),
    },
    {
      id: 'compare.reference',
      title: 'Compare with our reference (after you passed)',
      keys: [],
      run: () => compare('reference'),
    },
  ]
}
