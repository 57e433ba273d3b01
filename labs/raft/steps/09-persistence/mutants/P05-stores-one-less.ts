import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P05',
  title: 'Stores the log as it was before the newest entry',
  breaks: 'acknowledged-entries-stay',
  patch: [
    {
      find: `    this.disk.write('log', this.log)
    this.disk.sync()`,
      replace: `    this.disk.write('log', this.log.slice(0, -1))
    this.disk.sync()`,
    },
  ],
}
