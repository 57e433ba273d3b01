import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q13b',
  title: 'Acknowledges a put when the time is up, because there are hints for the others',
  breaks: 'acknowledged-writes-stay',
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
