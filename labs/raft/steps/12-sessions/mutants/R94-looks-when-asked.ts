import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R94',
  title: 'Looks for repeated requests when they come, not when they are applied',
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
    const isUnderWay = [...this.waiting.values()].some((one) => one.id === id)
    if (isUnderWay) return
`,
    },
  ],
}
