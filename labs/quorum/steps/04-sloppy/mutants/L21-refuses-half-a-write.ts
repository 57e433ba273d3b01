import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L21',
  title: 'Refuses a put that some nodes have kept',
  breaks: 'reads-what-was-written',
  patch: [
    {
      find: `    if (request.command.op === 'put') this.giveUp(request)
    else this.refuse(`,
      replace: `    this.refuse(`,
    },
  ],
}
