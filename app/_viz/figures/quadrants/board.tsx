/** The board: rows for the time of a cut, columns for all other time. */
import type { Placement } from '#content/schema/figure-measured.ts'
import { NumberTable } from '../plot/number-table.tsx'
import { type Placed, placementText } from './place-exhibit.ts'

const ROWS = [
  { id: 'A', name: 'PA: answers during a cut' },
  { id: 'C', name: 'PC: stays linearizable during a cut' },
  { id: 'neither', name: 'Neither during a cut' },
] as const satisfies readonly { readonly id: Placement['partition']; readonly name: string }[]

const COLUMNS = [
  { id: 'L', name: 'EL: fast otherwise' },
  { id: 'C', name: 'EC: linearizable otherwise' },
  { id: 'neither', name: 'Neither otherwise' },
] as const satisfies readonly { readonly id: Placement['otherwise']; readonly name: string }[]

export function QuadrantBoard({ placed }: { readonly placed: readonly Placed[] }) {
  // A row or column that nobody is in would only take room; the four quadrants always stay.
  const rows = ROWS.filter(
    ({ id }) => id !== 'neither' || placed.some(({ placement }) => placement.partition === id),
  )
  const columns = COLUMNS.filter(
    ({ id }) => id !== 'neither' || placed.some(({ placement }) => placement.otherwise === id),
  )
  return (
    <NumberTable
      caption="The quadrants, as measured"
      columns={['When the network is cut', ...columns.map(({ name }) => name)]}
      rows={rows.map((row) => ({
        name: row.name,
        cells: columns.map((column) => {
          const here = placed.filter(
            ({ placement }) => placement.partition === row.id && placement.otherwise === column.id,
          )
          return here.length === 0 ? (
            '–'
          ) : (
            <ul key={column.id} className="grid gap-1">
              {here.map(({ exhibit }) => (
                <li key={exhibit.id} className="rounded border border-line-strong px-2 py-1">
                  {exhibit.name}
                </li>
              ))}
            </ul>
          )
        }),
      }))}
    />
  )
}

export function QuadrantTable({ placed }: { readonly placed: readonly Placed[] }) {
  return (
    <NumberTable
      caption="What was measured, and what was published"
      columns={['System, operation, setting', 'Measured', 'Published', 'What was seen']}
      rows={placed.map(({ exhibit, placement, seen }) => ({
        name: exhibit.name,
        cells: [placementText(placement), exhibit.published ?? '–', seen.join(' ')],
      }))}
    />
  )
}
