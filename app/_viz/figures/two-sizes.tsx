/**
 * A drawing in two sizes, of which one is shown: type in it must be as large on a phone as
 * anywhere, so a drawing is laid out anew and not made smaller. Paper gets the wide one.
 */
import type { ReactNode } from 'react'

export function TwoSizes({
  wide,
  narrow,
}: {
  readonly wide: ReactNode
  readonly narrow: ReactNode
}) {
  return (
    <>
      <div className="hidden sm:block print:block">{wide}</div>
      <div className="sm:hidden print:hidden">{narrow}</div>
    </>
  )
}
