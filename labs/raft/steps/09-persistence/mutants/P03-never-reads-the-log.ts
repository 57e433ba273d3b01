import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P03',
  title: 'Stores the log, and starts with an empty one',
  breaks: 'acknowledged-entries-stay',
  patch: [
    {
      find: `    this.log = (this.disk.read('log') as Entry[] | undefined) ?? []`,
      replace: '    this.log = []',
    },
  ],
}
