/** What the editor can do, as commands for the palette and the help. */
import type { PartCommand } from '../_workspace/commands/command.ts'
import type { EditorAction, EditorHandle } from './editor-handle.ts'
import type { PreferencesState } from './use-preferences.ts'

interface ActionCommand {
  readonly action: EditorAction
  readonly title: string
  /** The editor listens for them itself. */
  readonly keys: readonly string[]
  /** On a Mac it has other keys, which the table cannot name. */
  readonly isOtherOnMac?: true
}

const ACTIONS: readonly ActionCommand[] = [
  { action: 'format', title: 'Format the code', keys: ['Shift+Alt+f'] },
  { action: 'rename', title: 'Rename the name at the cursor', keys: ['F2'] },
  { action: 'find', title: 'Find', keys: ['Mod+f'] },
  { action: 'replace', title: 'Find and replace', keys: ['Mod+h'], isOtherOnMac: true },
  { action: 'go-to-line', title: 'Go to a line', keys: ['Mod+g'], isOtherOnMac: true },
  { action: 'definition', title: 'Go to the definition', keys: ['F12'] },
  { action: 'references', title: 'Find all uses', keys: ['Shift+F12'] },
  { action: 'explain', title: 'Say what is at the cursor', keys: [] },
  { action: 'next-problem', title: 'Go to the next problem', keys: ['Alt+F8'] },
  {
    action: 'tab-moves-focus',
    title: 'Tab moves the focus, or indents',
    keys: ['Mod+m'],
    isOtherOnMac: true,
  },
]

interface Around extends PreferencesState {
  /** Undefined until it can be used. */
  readonly editor: EditorHandle | undefined
  /** Whether a plain text field is the editor now. */
  readonly isPlain: boolean
  readonly isMac: boolean
}

/** The editor's commands at this moment. */
export function editorCommands(around: Around): readonly PartCommand[] {
  const { editor, preferences, change, isPlain, isMac } = around
  const { wraps, fontSize } = preferences
  const act = editor?.act
  const actions = act === undefined ? [] : ACTIONS
  return [
    ...actions.map(({ action, title, keys, isOtherOnMac }) => ({
      id: `editor.${action}`,
      title,
      keys: isMac && isOtherOnMac ? [] : keys,
      run: () => act?.(action),
    })),
    {
      id: 'editor.wrap',
      title: wraps ? 'Do not wrap long lines' : 'Wrap long lines',
      keys: [],
      run: () => change({ wraps: !wraps }),
    },
    {
      id: 'editor.larger',
      title: 'Larger code',
      keys: [],
      run: () => change({ fontSize: fontSize + 1 }),
    },
    {
      id: 'editor.smaller',
      title: 'Smaller code',
      keys: [],
      run: () => change({ fontSize: fontSize - 1 }),
    },
    {
      id: 'editor.kind',
      title: isPlain ? 'Use the full editor' : 'Use a plain text field as the editor',
      keys: [],
      run: () => change({ kind: isPlain ? 'full' : 'plain' }),
    },
  ]
}
