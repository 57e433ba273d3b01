import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R58',
  title: 'Stores vote and term one after the other, the vote first',
  breaks: 'restarts-with-its-vote',
  patch: [
    {
      find: `    this.disk.write('ballot', { term, votedFor })
    this.disk.sync()`,
      replace: `    this.disk.write('votedFor', votedFor)
    this.disk.sync()
    this.disk.write('term', term)
    this.disk.sync()`,
    },
    {
      find: `    const ballot = this.disk.read('ballot') as { term: number; votedFor: NodeId | null } | undefined
    this.currentTerm = ballot?.term ?? 0
    this.votedFor = ballot?.votedFor ?? null`,
      replace: `    this.currentTerm = (this.disk.read('term') as number | undefined) ?? 0
    this.votedFor = (this.disk.read('votedFor') as NodeId | null | undefined) ?? null`,
    },
  ],
}
