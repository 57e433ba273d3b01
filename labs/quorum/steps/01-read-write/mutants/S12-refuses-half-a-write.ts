import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S12',
  title: 'Refuses a put that some replicas have kept',
  breaks: 'fresh-reads',
  patch: [
    {
      find: `    if (request.command.op === 'put') this.giveUp(request)
    else this.refuse(`,
      replace: `    this.refuse(`,
    },
  ],
}
