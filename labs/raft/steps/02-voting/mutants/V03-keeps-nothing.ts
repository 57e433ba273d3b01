import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V03',
  title: 'Keeps nothing on disk: after a restart it knows neither term nor vote',
  breaks: 'terms-grow',
  patch: [
    {
      find: `    this.disk.write('ballot', { term, votedFor })
    this.disk.sync()`,
      replace: '    // Nothing is kept.',
    },
  ],
}
