import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R62',
  title: 'Stores that it leads, and goes on leading after a crash',
  breaks: 'starts-as-follower',
  patch: [
    {
      find: `    this.log = (this.disk.read('log') as Entry[] | undefined) ?? []`,
      replace: `    this.log = (this.disk.read('log') as Entry[] | undefined) ?? []
    if (this.disk.read('leads') === this.currentTerm && this.currentTerm > 0) this.leadIfElected()`,
    },
    {
      find: `    if (this.votes.size < this.majority) return
`,
      replace: `    if (this.votes.size > 0 && this.votes.size < this.majority) return
    this.disk.write('leads', this.currentTerm)
    this.disk.sync()
`,
    },
  ],
}
