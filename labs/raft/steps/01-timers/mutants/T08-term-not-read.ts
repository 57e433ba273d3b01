import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T08',
  title: 'Begins with term 0 after a restart',
  breaks: 'terms-grow',
  patch: [
    {
      find: `(this.disk.read('currentTerm') as number | undefined) ?? 0`,
      replace: '0',
    },
  ],
}
