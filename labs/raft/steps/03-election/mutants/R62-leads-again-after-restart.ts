import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R62',
  title: 'Keeps nothing on disk: after a restart it knows neither term nor vote',
  breaks: 'terms-grow',
  patch: [
    {
      find: `    this.disk.write('currentTerm', this.currentTerm)
    this.disk.write('votedFor', this.votedFor)
    this.disk.sync()`,
      replace: '    // Nothing is kept.',
    },
  ],
}
