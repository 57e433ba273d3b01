import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C26',
  title: 'Counts its own characters only, whatever it has seen',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `    this.counter = Math.max(this.counter, id.counter)
`,
      replace: `    if (id.node === this.id) this.counter = id.counter
`,
    },
  ],
}
