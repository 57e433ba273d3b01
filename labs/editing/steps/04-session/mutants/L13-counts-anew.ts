import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L13',
  title: 'Gives out the same ids again after a restart',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `    this.counter = Math.max(this.counter, id.counter + text.length - 1)
`,
      replace: `    if (id.node !== this.id) this.counter = Math.max(this.counter, id.counter + text.length - 1)
`,
    },
    {
      find: `    const id = { counter: this.counter + 1, node: this.id }
`,
      replace: `    const id = { counter: this.counter + 1, node: this.id }
    this.counter += text.length
`,
    },
  ],
}
