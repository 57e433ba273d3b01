import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C19',
  title: 'Tells the others an index instead of a neighbour',
  breaks: 'one-list-order',
  patch: [
    {
      find: `    return { type: 'insert', id, after: this.visible()[index - 1]?.id ?? null, char }`,
      replace: `    return { type: 'insert', id, after: null, index, char } as Operation`,
    },
    {
      find: `  private place({ id, after, char }: Operation & { type: 'insert' }) {`,
      replace: `  private place({ id, index: wanted, char }: Operation & { type: 'insert'; index: number }) {`,
    },
    {
      find: `    let index = after === null ? 0 : this.indexOf(after) + 1
`,
      replace: `    let index = this.cells.indexOf(this.visible()[wanted - 1]!) + 1
`,
    },
    {
      find: `      if (cell === undefined || !isNewer(cell.id, id)) break`,
      replace: `      if (cell === undefined || cell.id.counter >= 0) break`,
    },
  ],
}
