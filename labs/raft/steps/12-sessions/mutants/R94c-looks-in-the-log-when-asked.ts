import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R94c',
  title: 'Looks for repeated requests in its log when they come, not when they are applied',
  breaks: 'appends-once',
  patch: [
    {
      find: `    const session = this.sessions.get(client)
    if (session !== undefined && session.id >= id) return session.result
`,
      replace: '',
    },
    {
      find: `    if (session?.id === id) return this.reply(request, session.result)
`,
      replace: `    if (session?.id === id) return this.reply(request, session.result)
    const entry = this.log.findLast((one) => one.client === client)
    if (entry?.id === id) {
      this.waiting.set(this.log.lastIndexOf(entry) + 1, request)
      return
    }
`,
    },
  ],
}
