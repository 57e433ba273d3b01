'use client'
/** Which pane shows where there is room for one only. */
import { cn } from '../../../_ui/class-names.ts'

export type PaneTab = 'task' | 'checks' | 'trace' | 'code'

/** In the order of a reader, who does not edit there. */
const TABS: readonly { readonly id: PaneTab; readonly title: string }[] = [
  { id: 'task', title: 'Task' },
  { id: 'checks', title: 'Checks' },
  { id: 'trace', title: 'Trace' },
  { id: 'code', title: 'Code' },
]

interface PaneTabsProps {
  readonly tab: PaneTab
  readonly onTab: (tab: PaneTab) => void
  /** Goes back to all panes, where the reader chose to see one at a time. */
  readonly onLeave: (() => void) | undefined
  readonly className: string | undefined
}

export function PaneTabs({ tab, onTab, onLeave, className }: PaneTabsProps) {
  return (
    <nav
      aria-label="Panes"
      className={cn('sticky top-0 z-20 flex border-line border-b bg-page', className)}
    >
      {TABS.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          aria-pressed={tab === id}
          onClick={() => onTab(id)}
          className={cn(
            'min-h-11 grow border-b-2 text-sm',
            tab === id ? 'border-accent font-medium' : 'border-transparent text-muted',
          )}
        >
          {title}
        </button>
      ))}
      {onLeave === undefined ? null : (
        <button
          type="button"
          onClick={onLeave}
          className="min-h-11 border-line border-l px-4 text-muted text-sm hover:text-text"
        >
          All panes
        </button>
      )}
    </nav>
  )
}
