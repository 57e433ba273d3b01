import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L03',
  title: 'Counts only entries of its own term when it asks whether its log is full',
  breaks: 'refuses-when-full',
  patch: [
    {
      find: '    return hasOwn && this.lastIndex - this.commitIndex >= this.logEntriesMax',
      replace: `    const own = this.log.filter(({ term }) => term === this.currentTerm)
    return hasOwn && own.length >= this.logEntriesMax`,
    },
  ],
}
