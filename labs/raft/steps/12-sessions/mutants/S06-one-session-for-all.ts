import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S06',
  title: 'Keeps one session for all clients together',
  breaks: 'well-formed-answers',
  patch: [
    {
      find: `    const session = this.sessions.get(client)
    if (session !== undefined && session.id >= id) return session.result
`,
      replace: `    const session = this.sessions.get('all')
    if (session !== undefined && session.id >= id) return session.result
`,
    },
    {
      find: 'this.sessions.set(client, { id, result })',
      replace: "this.sessions.set('all', { id, result })",
    },
  ],
}
