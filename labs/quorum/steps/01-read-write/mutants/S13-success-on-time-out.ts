import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S13',
  title: 'Reports success when the time is up',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `this.giveUp(request)`,
      replace: `this.reply(request, null)`,
    },
  ],
}
