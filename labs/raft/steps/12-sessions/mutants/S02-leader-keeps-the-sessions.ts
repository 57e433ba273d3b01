import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S02',
  title: 'Only the leader keeps sessions',
  breaks: 'appends-once',
  patch: [
    {
      find: '    this.sessions.set(client, { id, result })',
      replace: "    if (this.role === 'leader') this.sessions.set(client, { id, result })",
    },
  ],
}
