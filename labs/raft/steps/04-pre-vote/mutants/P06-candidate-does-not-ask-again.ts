import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P06',
  title: 'A candidate that lost stands again without asking first',
  breaks: 'stands-with-support',
  patch: [
    {
      find: `    if (name === 'election' && this.role !== 'leader') this.askBeforeStanding()`,
      replace: `    if (name === 'election' && this.role === 'candidate') return this.startElection()
    if (name === 'election' && this.role !== 'leader') this.askBeforeStanding()`,
    },
  ],
}
