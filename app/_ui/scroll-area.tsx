/** What may be wider than a phone scrolls by itself, by keyboard too; the page never does. */

import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export function ScrollArea({
  label,
  className,
  children,
}: {
  /** For screen readers, which come here on the way to what is inside. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    // A group, for a page has many of these and a landmark must be the only one of its name.
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
      tabIndex={0}
      // Positioned, so that text for screen readers alone scrolls along and widens no page.
      className={clsx('relative overflow-auto print:overflow-visible', className)}
    >
      {children}
    </div>
  )
}
