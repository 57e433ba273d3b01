import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R62',
  title: 'Keeps its role on disk, and leads again after a restart',
  breaks: 'starts-as-follower',
  patch: [
    {
      find: `    this.role = 'leader'
`,
      replace: `    this.role = 'leader'
    this.disk.write('leads', this.currentTerm)
    this.disk.sync()
`,
    },
    {
      find: `?? null
    this.restartElectionTimer()`,
      replace: `?? null
    if (this.currentTerm > 0 && this.disk.read('leads') === this.currentTerm) this.role = 'leader'
    this.restartElectionTimer()`,
    },
  ],
}
