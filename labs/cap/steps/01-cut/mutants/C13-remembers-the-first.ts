import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C13',
  title: 'Keeps the first order on disk and not the last',
  breaks: 'cut-is-complete',
  patch: [
    {
      find: `    this.disk.write('groups', groups)
`,
      replace: `    if (groups === null || !this.disk.read('groups')) this.disk.write('groups', groups)
`,
    },
  ],
}
