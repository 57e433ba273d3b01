/** A button that shows only a sign; its name is there for everybody who asks. */
import type { ReactNode } from 'react'

interface IconButtonProps {
  readonly label: string
  readonly isOff?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

/** At least 44 px where the pointer is coarse. */
export function IconButton({ label, isOff = false, onPress, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onPress}
      className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-surface-strong disabled:opacity-40 pointer-coarse:size-11 [&_svg]:size-4"
    >
      {children}
    </button>
  )
}
