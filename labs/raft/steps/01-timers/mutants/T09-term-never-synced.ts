import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T09',
  title: 'Writes its term but never syncs it',
  breaks: 'terms-grow',
  patch: [
    {
      find: `    this.disk.write('currentTerm', term)
    this.disk.sync()`,
      replace: `    this.disk.write('currentTerm', term)`,
    },
  ],
}
