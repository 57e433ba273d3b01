import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P06',
  title: 'Takes its whole log for committed after a restart',
  breaks: 'commit-comes-from-leader',
  patch: [
    {
      find: `    this.log = (this.disk.read('log') as Entry[] | undefined) ?? []`,
      replace: `    this.log = (this.disk.read('log') as Entry[] | undefined) ?? []
    this.commitIndex = this.log.length`,
    },
  ],
}
