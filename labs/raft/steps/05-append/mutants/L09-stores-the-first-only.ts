import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L09',
  title: 'Stores only the first entry of a message, and acknowledges all',
  breaks: 'acknowledges-what-it-holds',
  patch: [
    {
      find: '    this.log.push(...entries.slice(this.log.length - prevLogIndex))',
      replace: `    const known = this.log.length - prevLogIndex
    this.log.push(...entries.slice(known, known + 1))`,
    },
  ],
}
