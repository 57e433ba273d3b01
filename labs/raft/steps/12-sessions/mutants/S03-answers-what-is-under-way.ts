import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S03',
  title: 'Answers a repeated request at once, although the first is still under way',
  breaks: 'acknowledged-is-applied',
  patch: [
    {
      find: `    if (session?.id === id) return this.reply(request, session.result)
`,
      replace: `    if (session?.id === id) return this.reply(request, session.result)
    if (this.log.some((one) => one.client === client && one.id === id)) {
      return this.reply(request, null)
    }
`,
    },
  ],
}
