import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P04',
  title: 'Stores only the entries that it knows to be committed',
  breaks: 'acknowledged-entries-stay',
  patch: [
    {
      find: `    this.disk.write('log', this.log)
    this.disk.sync()`,
      replace: `    this.disk.write('log', this.log.slice(0, this.commitIndex))
    this.disk.sync()`,
    },
  ],
}
