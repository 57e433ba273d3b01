import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R70',
  title: 'Overwrites the snapshot with an empty one when it stores its vote',
  breaks: 'acknowledged-entries-stay',
  patch: [
    {
      find: `    this.disk.write('ballot', { term, votedFor })
`,
      replace: `    this.disk.write('ballot', { term, votedFor })
    this.disk.write('snapshot', { index: 0, term: 0, data: [], sessions: [] })
`,
    },
  ],
}
