import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R92',
  title: 'Carries out whatever is in the log, however often',
  breaks: 'appends-once',
  patch: [
    {
      find: `    const session = this.sessions.get(client)
    if (session !== undefined && session.id >= id) return session.result
`,
      replace: '',
    },
    {
      find: `    const session = this.sessions.get(client)
    if (session?.id === id) return this.reply(request, session.result)
`,
      replace: '',
    },
  ],
}
