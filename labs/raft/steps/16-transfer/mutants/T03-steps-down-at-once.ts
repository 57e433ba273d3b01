import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T03',
  title: 'Steps down as soon as it is asked to, and lets chance decide',
  breaks: 'transfer-succeeds',
  patch: [
    {
      find: `    this.reply(request, true)
    this.replicate(to)
    this.callSuccessor()`,
      replace: `    this.reply(request, true)
    this.stopLeading()`,
    },
  ],
}
