import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C22b',
  title: 'Hangs every character on the right side of the one before it',
  breaks: 'backward-runs-stay-together',
  patch: [
    {
      find: `    if (left.right.length === 0) {`,
      replace: `    if (cells.length > 0) {`,
    },
    {
      find: `    if (id.node === this.id) this.counter = Math.max(this.counter, id.counter)
`,
      replace: `    this.counter = Math.max(this.counter, id.counter)
`,
    },
    {
      find: `  return a.node === b.node ? a.counter < b.counter : a.node < b.node`,
      replace: `  return a.counter === b.counter ? a.node > b.node : a.counter > b.counter`,
    },
  ],
}
