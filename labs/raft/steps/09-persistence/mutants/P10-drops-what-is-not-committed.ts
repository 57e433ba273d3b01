import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P10',
  title: 'After a restart keeps only entries up to a commit index on disk',
  breaks: 'acknowledged-entries-stay',
  patch: [
    {
      find: `    this.log = (this.disk.read('log') as Entry[] | undefined) ?? []`,
      replace: `    const committed = (this.disk.read('committed') as number | undefined) ?? 0
    this.log = ((this.disk.read('log') as Entry[] | undefined) ?? []).slice(0, committed)`,
    },
    {
      find: '    this.commitIndex = Math.max(this.commitIndex, index)',
      replace: `    this.commitIndex = Math.max(this.commitIndex, index)
    this.disk.write('committed', this.commitIndex)
    this.disk.sync()`,
    },
  ],
}
