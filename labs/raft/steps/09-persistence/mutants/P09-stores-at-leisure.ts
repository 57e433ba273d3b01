import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P09',
  title: 'Stores the log once in a while, by a timer',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `    this.disk.write('log', this.log)
    this.disk.sync()`,
      replace: `    this.setTimer('store', 5)`,
    },
    {
      find: `    if (name === 'patience') this.hearsLeader = false`,
      replace: `    if (name === 'patience') this.hearsLeader = false
    if (name === 'store') {
      this.disk.write('log', this.log)
      this.disk.sync()
    }`,
    },
  ],
}
