/**
 * The commands of the lab page itself: one table for the keys, the palette, the help and the
 * tips of buttons. Parts of the page add theirs (see use-commands.ts).
 */
import { ARRANGEMENTS, type Arrangement } from '../panes/arrangement.ts'
import type { PaneTab } from '../panes/pane-tabs.tsx'
import type { Command } from './command.ts'

/** What the page's own commands do. */
export interface PageActions {
  readonly run: () => void
  readonly stop: () => void
  readonly submit: () => void
  readonly arrange: (arrangement: Arrangement) => void
  readonly goToPane: (pane: PaneTab) => void
  /** To the next pane in view, or with -1 to the one before. */
  readonly cyclePanes: (direction: 1 | -1) => void
  readonly toggleReading: () => void
  readonly openPalette: () => void
  readonly openHelp: () => void
}

type OwnId =
  | 'run'
  | 'stop'
  | 'submit'
  | Arrangement
  | 'pane.next'
  | 'pane.previous'
  | `pane.${PaneTab}`
  | 'reading'
  | 'palette'
  | 'help'

/** Keys of the page's own commands. */
const KEYS: Partial<Readonly<Record<OwnId, readonly string[]>>> = {
  run: ['Mod+Enter'],
  submit: ['Mod+Shift+Enter'],
  read: ['Alt+1'],
  code: ['Alt+2'],
  investigate: ['Alt+3'],
  'pane.next': ['F6'],
  'pane.previous': ['Shift+F6'],
  palette: ['Mod+k'],
  help: ['?', 'F1'],
}

/** The keys of one of the page's own commands; none when it has none. */
export function keysOf(id: OwnId): readonly string[] {
  return KEYS[id] ?? []
}

/** The page's own commands, in the order of the palette. */
export function pageCommands(actions: PageActions): readonly Command[] {
  const { run, stop, submit, arrange, goToPane, cyclePanes } = actions
  const own = (group: Command['group']) => (id: OwnId, title: string, act: () => void) =>
    ({ id, title, keys: keysOf(id), scope: 'page', group, run: act }) as const
  const [toRun, toPanes, toPage] = [own('Run'), own('Panes'), own('Page')]
  return [
    toRun('run', 'Run the visible checks in your browser', run),
    toRun('stop', 'Stop the run', stop),
    toRun('submit', 'Submit: have it graded, with hidden checks', submit),
    ...ARRANGEMENTS.map(({ id, title, purpose }) =>
      toPanes(id, `${title}: ${purpose}`, () => arrange(id)),
    ),
    toPanes('pane.next', 'Go to the next pane', () => cyclePanes(1)),
    toPanes('pane.previous', 'Go to the pane before', () => cyclePanes(-1)),
    toPanes('pane.task', 'Go to the task', () => goToPane('task')),
    toPanes('pane.code', 'Go to the code', () => goToPane('code')),
    toPanes('pane.checks', 'Go to the checks', () => goToPane('checks')),
    toPanes('pane.trace', 'Go to the trace', () => goToPane('trace')),
    toPanes('reading', 'Reading mode: one pane at a time, or all', actions.toggleReading),
    toPage('palette', 'All commands', actions.openPalette),
    toPage('help', 'Help: the keys of this page', actions.openHelp),
  ]
}
