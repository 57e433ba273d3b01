import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C10',
  title: 'Leaves the order on disk when it heals',
  breaks: 'groups-stay-whole',
  patch: [
    {
      find: `    this.lift()
    this.remember(null)
`,
      replace: `    this.lift()
`,
    },
  ],
}
