import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H02',
  title: 'Keeps its hints in memory',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `    this.disk.write('hints', this.hints)
    this.disk.sync()
`,
      replace: `    this.note('hints are not stored')
`,
    },
  ],
}
