import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H04',
  title: 'Starts without hints after a crash',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `    this.hints = (this.disk.read('hints') as readonly Hint[] | undefined) ?? []
`,
      replace: ``,
    },
  ],
}
