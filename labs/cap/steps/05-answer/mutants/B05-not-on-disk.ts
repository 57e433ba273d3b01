import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B05',
  title: 'Keeps its copy in memory only',
  breaks: 'read-your-writes',
  patch: [
    {
      find: `    this.disk.write('copy', copy)
    this.disk.sync()
`,
      replace: '',
    },
  ],
}
