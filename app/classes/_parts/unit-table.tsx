/** How many learners stand how with each piece of an assignment. */
import { type CellMark, MARKS } from '../../_classes/progress/cell.ts'
import type { WorkUnit } from '../../_classes/progress/work-unit.ts'
import type { Grid } from '../../_server/classes/grid.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'

const SHOWN: readonly CellMark[] = ['done', 'done-late', 'trying', 'stuck', 'untouched', 'missing']

export function UnitTable({
  grid,
  units,
}: {
  readonly grid: Grid
  readonly units: readonly WorkUnit[]
}) {
  const heads = ['Piece of work', ...SHOWN.map((mark) => `${MARKS[mark].sign} ${MARKS[mark].name}`)]
  return (
    <Table label="Learners by how they stand" heads={heads}>
      {units.map((unit) => {
        const at = grid.units.indexOf(unit)
        const marks = grid.learners.map(({ row }) => row.cells[at]?.mark)
        return (
          <tr key={unit.key} className="border-line border-b">
            <Cell>{unit.title}</Cell>
            {SHOWN.map((mark) => (
              <Cell key={mark} isQuiet>
                {marks.filter((one) => one === mark).length}
              </Cell>
            ))}
          </tr>
        )
      })}
    </Table>
  )
}
