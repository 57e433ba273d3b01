/** Brings a pane in view: by its tab, or by an arrangement that has it. */
import type { Arrangement } from './arrangement.ts'
import type { PaneTab } from './pane-tabs.tsx'
import type { Panes } from './use-panes.ts'

/** The arrangements that show a pane; the first is turned to when the present one does not. */
const SHOWN_IN: Readonly<Record<PaneTab, readonly [Arrangement, ...Arrangement[]]>> = {
  task: ['read', 'code'],
  code: ['code', 'read', 'investigate'],
  checks: ['code', 'investigate'],
  trace: ['investigate'],
}

/** Shows the pane and leaves the focus where it is. */
export function showPane({ arrangement, arrange, setTab }: Panes, pane: PaneTab): void {
  setTab(pane)
  const [first, ...others] = SHOWN_IN[pane]
  if (arrangement !== first && !others.includes(arrangement)) arrange(first)
}
