import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C11',
  title: 'Lifts the rules of one chain only',
  breaks: 'groups-stay-whole',
  patch: [
    {
      find: `    for (const rule of this.added) this.delete(rule)
`,
      replace: `    for (const rule of this.added) if (rule.chain === 'INPUT') this.delete(rule)
`,
    },
  ],
}
