/** A short word about a thing: its state or its kind. Colour never stands alone. */
import type { ReactNode } from 'react'
import { cn } from './class-names.ts'

export type BadgeTone = 'plain' | 'accent' | 'pass' | 'fault' | 'violation'

const TONES: Readonly<Record<BadgeTone, string>> = {
  plain: 'border-line text-muted',
  accent: 'border-accent text-accent',
  pass: 'border-pass text-pass',
  fault: 'border-fault text-fault',
  violation: 'border-violation text-violation',
}

export function Badge({
  tone = 'plain',
  className,
  children,
}: {
  readonly tone?: BadgeTone
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1 whitespace-nowrap rounded border px-1.5 py-0.5',
        'bg-page font-medium text-xs leading-4',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
