import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B08',
  title: 'Takes the entry before the conflict for equal and cuts there',
  breaks: 'acknowledges-what-it-holds',
  patch: [
    {
      find: `      return this.send(leader, {
        ...refusal,
        term: this.currentTerm,
        ...this.conflictAt(prevLogIndex),
      })`,
      replace: `      const { conflictIndex } = this.conflictAt(prevLogIndex)
      if (conflictIndex > this.log.length) {
        return this.send(leader, {
          ...refusal,
          term: this.currentTerm,
          ...this.conflictAt(prevLogIndex),
        })
      }`,
    },
  ],
}
