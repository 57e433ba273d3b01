/** A table of items whose order is in the address; the heads that sort are links. */
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ItemOrder } from '../../_classes/statistics/item-order.ts'
import { ScrollArea } from '../../_ui/scroll-area.tsx'

interface ItemHead {
  readonly name: string
  /** The order that this head asks for. */
  readonly order?: ItemOrder
}

interface ItemTableProps {
  readonly label: string
  readonly heads: readonly ItemHead[]
  readonly order: ItemOrder
  /** The address of the same page in another order. */
  readonly hrefOf: (order: ItemOrder) => string
  readonly children: ReactNode
}

export function ItemTable({ label, heads, order, hrefOf, children }: ItemTableProps) {
  return (
    // What only screen readers see is placed in it, and does not widen the page.
    <ScrollArea label={label}>
      <table className="w-full text-left text-sm">
        <thead>
          <tr className="border-line-strong border-b align-bottom">
            {heads.map((head) => (
              <th
                key={head.name}
                scope="col"
                aria-sort={head.order === order ? 'ascending' : undefined}
                className="py-2 pr-5 font-semibold"
              >
                {head.order === undefined ? (
                  head.name
                ) : (
                  <Link
                    href={hrefOf(head.order)}
                    scroll={false}
                    className="inline-flex min-h-6 items-center gap-1 underline decoration-line-strong underline-offset-4"
                  >
                    {head.name}
                    <span aria-hidden="true">{head.order === order ? '▾' : ''}</span>
                  </Link>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollArea>
  )
}
