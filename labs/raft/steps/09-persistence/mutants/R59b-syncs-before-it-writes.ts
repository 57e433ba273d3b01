import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R59b',
  title: 'Syncs first and writes the log after that',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `    this.disk.write('log', this.log)
    this.disk.sync()`,
      replace: `    this.disk.sync()
    this.disk.write('log', this.log)`,
    },
  ],
}
