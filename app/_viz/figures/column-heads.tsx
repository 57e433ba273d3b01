/** The heads of a table's columns, as all tables of figures have them. */

interface ColumnHeadsProps {
  /** Each stands once. */
  readonly titles: readonly string[]
}

export function ColumnHeads({ titles }: ColumnHeadsProps) {
  return (
    <tr className="border-line-strong border-b align-bottom">
      {titles.map((title) => (
        <th key={title} scope="col" className="py-1.5 pr-4 font-semibold">
          {title}
        </th>
      ))}
    </tr>
  )
}
