import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'X08',
  title: 'Reads the members out of what arrives',
  breaks: 'members-follow-log',
  patch: [
    {
      find: `    this.log.push(...entries.slice(differs))
    this.findMembers()`,
      replace: `    this.log.push(...entries.slice(differs))
    this.members = entries.findLast(({ members }) => members !== undefined)?.members ?? this.members`,
    },
  ],
}
