/** The numbers of a plot as a table. */
import type { ReactNode } from 'react'
import { ScrollArea } from '../../../_ui/scroll-area.tsx'
import { ColumnHeads } from '../column-heads.tsx'

export interface NumberRow {
  /** No two rows have the same. */
  readonly name: string
  readonly cells: readonly ReactNode[]
}

export function NumberTable({
  caption,
  columns,
  rows,
}: {
  readonly caption: string
  /** The first names the rows. */
  readonly columns: readonly string[]
  readonly rows: readonly NumberRow[]
}) {
  return (
    <ScrollArea label={caption}>
      <table className="w-full text-left text-sm tabular-nums">
        <caption className="pb-2 text-left font-medium">{caption}</caption>
        <thead>
          <ColumnHeads titles={columns} />
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name} className="border-line border-b">
              <th scope="row" className="py-1.5 pr-4 font-medium">
                {name}
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} className="py-1.5 pr-4">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
