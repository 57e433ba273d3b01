import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C22',
  title: 'Hangs every character on the left side of the one after it',
  breaks: 'runs-stay-together',
  patch: [
    {
      find: `    if (left.right.length === 0) {`,
      replace: `    if (cells.at(-1) === left) {`,
    },
    {
      find: `    if (id.node === this.id) this.counter = Math.max(this.counter, id.counter)
`,
      replace: `    this.counter = Math.max(this.counter, id.counter)
`,
    },
    {
      find: `  return a.node === b.node ? a.counter < b.counter : a.node < b.node`,
      replace: `  return a.counter === b.counter ? a.node < b.node : a.counter < b.counter`,
    },
  ],
}
