/**
 * What the keys do while the diagram has the focus: one list, which drives the diagram itself
 * and which the page shows in its help and its palette.
 */

export type DiagramCommandId =
  | 'diagram.previous'
  | 'diagram.next'
  | 'diagram.previous-on-lane'
  | 'diagram.next-on-lane'
  | 'diagram.lane-before'
  | 'diagram.lane-after'
  | 'diagram.other-end'
  | 'diagram.previous-violation'
  | 'diagram.next-violation'
  | 'diagram.previous-fault'
  | 'diagram.next-fault'
  | 'diagram.first'
  | 'diagram.last'
  | 'diagram.zoom-in'
  | 'diagram.zoom-out'
  | 'diagram.fit'
  | 'diagram.inspect'
  | 'diagram.play'
  | 'diagram.what-if'
  | 'diagram.leave'

export interface DiagramCommand {
  readonly id: DiagramCommandId
  /** As the palette and the help say it. */
  readonly title: string
  /** Chords such as `m` or `Shift+ArrowLeft`: modifiers first, then the key as browsers name it. */
  readonly keys: readonly string[]
}

export const DIAGRAM_COMMANDS: readonly DiagramCommand[] = [
  { id: 'diagram.next', title: 'Next event', keys: ['ArrowRight'] },
  { id: 'diagram.previous', title: 'Previous event', keys: ['ArrowLeft'] },
  { id: 'diagram.next-on-lane', title: 'Next event on this lane', keys: ['Shift+ArrowRight'] },
  {
    id: 'diagram.previous-on-lane',
    title: 'Previous event on this lane',
    keys: ['Shift+ArrowLeft'],
  },
  { id: 'diagram.lane-before', title: 'Nearest event on the lane before', keys: ['ArrowUp'] },
  { id: 'diagram.lane-after', title: 'Nearest event on the lane after', keys: ['ArrowDown'] },
  { id: 'diagram.other-end', title: 'Other end of the message', keys: ['m'] },
  { id: 'diagram.next-violation', title: 'Next violation', keys: [']'] },
  { id: 'diagram.previous-violation', title: 'Previous violation', keys: ['['] },
  { id: 'diagram.next-fault', title: 'Next fault', keys: ['}'] },
  { id: 'diagram.previous-fault', title: 'Previous fault', keys: ['{'] },
  { id: 'diagram.first', title: 'First event', keys: ['Home'] },
  { id: 'diagram.last', title: 'Last event', keys: ['End'] },
  { id: 'diagram.zoom-in', title: 'Zoom in', keys: ['+', '='] },
  { id: 'diagram.zoom-out', title: 'Zoom out', keys: ['-'] },
  { id: 'diagram.fit', title: 'Show the whole run', keys: ['0'] },
  { id: 'diagram.inspect', title: 'To the inspector', keys: ['i', 'Enter'] },
  { id: 'diagram.play', title: 'Play or stop', keys: ['Space'] },
  { id: 'diagram.what-if', title: 'What if something else happened here', keys: ['f'] },
  { id: 'diagram.leave', title: 'Back to the story', keys: ['Escape'] },
]

const BY_KEY = new Map(DIAGRAM_COMMANDS.flatMap(({ id, keys }) => keys.map((key) => [key, id])))

interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** The command of a key, or undefined. Keys with Control, Alt or Command are the page's. */
export function commandOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyPress) {
  if (ctrlKey || metaKey || altKey) return undefined
  // Of a sign the shift key is a part: it makes a `{` of a `[`.
  const name = key === ' ' ? 'Space' : key
  return BY_KEY.get(shiftKey && name.length > 1 ? `Shift+${name}` : name)
}

/** The first keys of commands, as `aria-keyshortcuts` wants them. */
export const KEY_SHORTCUTS = DIAGRAM_COMMANDS.map(({ keys }) => keys[0] ?? '')
  .map((key) => (key === '+' ? 'Plus' : key))
  .join(' ')
