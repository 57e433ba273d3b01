import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S01',
  title: 'Takes W - 1 confirmations for enough',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `: this.w
`,
      replace: `: this.w - 1
`,
    },
  ],
}
