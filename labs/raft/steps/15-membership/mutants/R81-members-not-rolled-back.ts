import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R81',
  title: 'Keeps the members of an entry that was taken out of its log',
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
