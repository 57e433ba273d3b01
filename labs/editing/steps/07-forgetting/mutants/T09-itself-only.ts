import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T09',
  title: 'Counts what it has applied itself',
  breaks: 'one-list-order',
  patch: [
    {
      find: `const said = this.heardFrom(node)`,
      replace: `const said = node === '' ? this.heardFrom(node) : this.progress`,
    },
  ],
}
