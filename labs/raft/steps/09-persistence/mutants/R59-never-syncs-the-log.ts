import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R59',
  title: 'Writes the log and does not sync it',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `    this.disk.write('log', this.log)
    this.disk.sync()`,
      replace: `    this.disk.write('log', this.log)`,
    },
  ],
}
