import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L15',
  title: 'Puts entries behind its last one, wherever they belong',
  breaks: 'entries-come-from-leaders',
  patch: [
    {
      find: '    this.log.push(...entries.slice(this.log.length - prevLogIndex))',
      replace: `    const last = this.log.at(-1)
    this.log.push(...entries.filter((entry) => entry.command !== last?.command))`,
    },
  ],
}
