import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C13',
  title: 'Gives out the same ids again after a restart',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `    if (id.node === this.id) this.counter = Math.max(this.counter, id.counter)
`,
      replace: ``,
    },
    {
      find: `counter: this.counter + 1, node`,
      replace: `counter: ++this.counter, node`,
    },
  ],
}
