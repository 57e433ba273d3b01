import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B18',
  title: 'Refuses a put that some nodes have kept',
  breaks: 'linearizable',
  patch: [
    {
      find: `    if (request.command.op === 'put') this.giveUp(request)
    else this.refuse(`,
      replace: `    this.refuse(`,
    },
  ],
}
