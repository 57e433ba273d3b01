import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R94b',
  title: 'Looks for repeated requests when they come, among those that are applied',
  breaks: 'appends-once',
  patch: [
    {
      find: `    const session = this.sessions.get(client)
    if (session !== undefined && session.id >= id) return session.result
`,
      replace: '',
    },
  ],
}
