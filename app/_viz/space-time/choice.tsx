/** One of a few buttons of which one is on. */
import type { ReactNode } from 'react'
import { cn } from '../../_ui/class-names.ts'

interface ChoiceProps {
  readonly isOn: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

export function Choice({ isOn, onPress, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={cn(
        'min-h-8 px-2 text-sm first-of-type:rounded-l-md last-of-type:rounded-r-md pointer-coarse:min-h-11',
        isOn
          ? 'bg-surface-strong font-medium underline decoration-2 decoration-accent underline-offset-4'
          : 'text-muted hover:text-text',
      )}
    >
      {children}
    </button>
  )
}
