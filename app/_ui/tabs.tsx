'use client'
/** Panels of which one shows at a time; arrow keys move between their names. */
import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { cn } from './class-names.ts'

export interface TabItem {
  readonly id: string
  readonly title: string
  readonly content: ReactNode
}

export function Tabs({
  label,
  items,
  className,
}: {
  /** Says what the tabs are about, for screen readers. */
  readonly label: string
  readonly items: readonly TabItem[]
  readonly className?: string
}) {
  return (
    <BaseTabs.Root defaultValue={items[0]?.id ?? null} className={className ?? ''}>
      <BaseTabs.List aria-label={label} className="flex gap-1 border-line border-b">
        {items.map(({ id, title }) => (
          <BaseTabs.Tab
            key={id}
            value={id}
            className={cn(
              '-mb-px min-h-10 border-transparent border-b-2 px-3 font-medium text-muted text-sm',
              'hover:text-text data-[active]:border-accent data-[active]:text-text',
            )}
          >
            {title}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {items.map(({ id, content }) => (
        <BaseTabs.Panel key={id} value={id} className="pt-4">
          {content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  )
}
