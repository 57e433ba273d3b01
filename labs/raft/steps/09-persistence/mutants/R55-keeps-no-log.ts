import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R55',
  title: 'Keeps term and vote on disk, not the log',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `    this.disk.write('log', this.log)
    this.disk.sync()`,
      replace: '    // Nothing is kept.',
    },
  ],
}
