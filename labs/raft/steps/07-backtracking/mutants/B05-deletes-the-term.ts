import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B05',
  title: 'Deletes the whole term in conflict when it refuses',
  breaks: 'deletes-only-conflicts',
  patch: [
    {
      find: '    return { conflictTerm, conflictIndex }',
      replace: `    this.log.length = conflictIndex - 1
    return { conflictTerm, conflictIndex }`,
    },
  ],
}
