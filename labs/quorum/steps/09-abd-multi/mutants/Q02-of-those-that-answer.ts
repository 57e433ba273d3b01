import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q02',
  title: 'When the time is up, takes those that have answered for all there are',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `    if (request.command.op === 'put') this.giveUp(request)
`,
      replace: `    if (request.command.op === 'put') this.reply(request, null)
`,
    },
  ],
}
