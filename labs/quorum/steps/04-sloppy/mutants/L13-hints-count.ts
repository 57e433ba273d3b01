import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L13',
  title: 'When the time is up, its own hints count as confirmations',
  breaks: 'acknowledged-by-enough',
  patch: [
    {
      find: `    if (request.command.op === 'put') this.giveUp(request)
`,
      replace: `    if (request.command.op === 'put') {
      this.hintAt(request.command.key, waiting)
      return this.reply(request, null)
    }
    if (request.command.op !== 'get') this.giveUp(request)
`,
    },
  ],
}
