import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E05',
  title: 'Stands for election in a term that it has not stored',
  breaks: 'terms-grow',
  patch: [
    {
      find: '    this.setBallot(this.currentTerm + 1, this.id)',
      replace: `    this.currentTerm += 1
    this.votedFor = this.id`,
    },
  ],
}
