import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L08',
  title: 'Gives new entries the term of the entry before',
  breaks: 'entries-come-from-leaders',
  patch: [
    {
      find: '    this.log.push({ term: this.currentTerm, command: request.command })',
      replace:
        '    this.log.push({ term: this.termAt(this.log.length), command: request.command })',
    },
  ],
}
