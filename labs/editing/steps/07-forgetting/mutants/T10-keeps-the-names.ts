import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T10',
  title: 'Drops characters, and keeps a list of their names',
  breaks: 'forgets-what-is-gone',
  patch: [
    {
      find: `    if (cell !== undefined) cell.removedBy ??= stamp
`,
      replace: `    if (cell !== undefined) cell.removedBy ??= stamp
    this.gone.push(id)
`,
    },
    {
      find: `  private counter = 0
`,
      replace: `  private counter = 0
  private gone: Id[] = []
`,
    },
    {
      find: `return { cells: this.cells, counter: this.counter }`,
      replace: `return { cells: this.cells, counter: this.counter, gone: this.gone } as State`,
    },
  ],
}
