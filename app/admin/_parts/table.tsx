/** A table that scrolls by itself on narrow screens, by keyboard too. */
import type { ReactNode } from 'react'
import { ScrollArea } from '../../_ui/scroll-area.tsx'

export function Table({
  label,
  heads,
  children,
}: {
  readonly label: string
  readonly heads: readonly string[]
  readonly children: ReactNode
}) {
  return (
    <ScrollArea label={label}>
      <table className="w-full text-left text-sm">
        <thead>
          <tr className="border-line-strong border-b">
            {heads.map((head) => (
              <th key={head} scope="col" className="py-2 pr-6 font-semibold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollArea>
  )
}

export function Cell({
  children,
  isQuiet,
}: {
  readonly children: ReactNode
  readonly isQuiet?: true
}) {
  return (
    <td className={`py-2.5 pr-6 align-top ${isQuiet === true ? 'text-muted tabular-nums' : ''}`}>
      {children}
    </td>
  )
}

/** `2026-11-21 03:34 UTC`: the server does not know the reader's time zone. */
export function Time({ at }: { readonly at: Date }) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {at.toISOString().slice(0, 16).replace('T', ' ')} UTC
    </time>
  )
}
