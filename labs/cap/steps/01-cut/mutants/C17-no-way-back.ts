import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C17',
  title: 'Does nothing to heal',
  breaks: 'groups-stay-whole',
  patch: [
    {
      find: `    this.lift()
    this.remember(null)
`,
      replace: `    this.remember(null)
`,
    },
  ],
}
