import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E05',
  title: 'Stands for election in a term that it has not stored',
  breaks: 'terms-grow',
  patch: [
    {
      find: `    this.votes = new Set([this.id])
    this.persist()`,
      replace: '    this.votes = new Set([this.id])',
    },
  ],
}
