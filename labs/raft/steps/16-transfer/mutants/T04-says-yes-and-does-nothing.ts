import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T04',
  title: 'Agrees and forgets it',
  breaks: 'transfer-succeeds',
  patch: [
    {
      find: `    this.reply(request, true)
    this.replicate(to)
    this.callSuccessor()`,
      replace: '    this.reply(request, true)',
    },
  ],
}
