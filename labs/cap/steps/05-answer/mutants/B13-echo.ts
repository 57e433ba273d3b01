import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B13',
  title: 'Answers all news with its own',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `    if (isNewer(copy, this.copy)) this.keep(copy)
`,
      replace: `    if (isNewer(copy, this.copy)) this.keep(copy)
    this.gossip()
`,
    },
  ],
}
