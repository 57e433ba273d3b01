'use client'
/** Which pane a narrow screen shows. */
import { cn } from '../../_ui/class-names.ts'

export type PaneTab = 'task' | 'code' | 'checks' | 'trace'

const TABS: readonly { readonly id: PaneTab; readonly title: string }[] = [
  { id: 'task', title: 'Task' },
  { id: 'code', title: 'Code' },
  { id: 'checks', title: 'Checks' },
  { id: 'trace', title: 'Trace' },
]

interface PaneTabsProps {
  readonly tab: PaneTab
  readonly onTab: (tab: PaneTab) => void
}

export function PaneTabs({ tab, onTab }: PaneTabsProps) {
  return (
    <nav
      aria-label="Panes"
      className="sticky top-0 z-20 flex border-line border-b bg-page md:hidden"
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
    </nav>
  )
}
