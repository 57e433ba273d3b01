/** Comma-separated values as RFC 4180 has them, for spreadsheets and other programs. */

/** Lines end as the RFC wants it; cells with commas, quotes or line ends stand in quotes. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Reads what `writeCsv` and spreadsheets write. An empty line is left out. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  // A cell in quotes, or one without; then what ends it.
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  while (cells.lastIndex < body.length) {
    const at = cells.lastIndex
    const found = cells.exec(body)
    if (found === null) {
      const line = body.slice(0, at).split(/\r\n|\n|\r/).length
      throw new RangeError(`Line ${line} is no CSV: a quote stands where none may.`)
    }
    const [, quoted, plain = '', end] = found
    row.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === ',') continue
    if (row.some((value) => value !== '')) rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push([...row, ''])
  return rows
}
