import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R45b',
  title: 'A leader takes an entry for committed when it takes the command',
  breaks: 'commit-has-majority',
  patch: [
    {
      find: `    this.advanceCommit()
    for (const peer`,
      replace: `    this.commitUpTo(this.log.length)
    for (const peer`,
    },
  ],
}
