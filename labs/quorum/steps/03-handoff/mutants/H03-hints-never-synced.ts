import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H03',
  title: 'Writes its hints and never syncs them',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `    this.disk.write('hints', this.hints)
    this.disk.sync()
`,
      replace: `    this.disk.write('hints', this.hints)
`,
    },
  ],
}
