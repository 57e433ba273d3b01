/** A button that reads like a link within a text. */
import type { ReactNode } from 'react'

interface TextButtonProps {
  readonly onPress: () => void
  readonly children: ReactNode
}

export function TextButton({ onPress, children }: TextButtonProps) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="min-h-6 text-left text-accent underline underline-offset-2 [overflow-wrap:anywhere] hover:text-accent-strong pointer-coarse:min-h-11"
    >
      {children}
    </button>
  )
}
