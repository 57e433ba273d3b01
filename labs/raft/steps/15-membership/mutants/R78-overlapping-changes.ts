import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R78',
  title: 'Begins a change while another one is not yet committed',
  breaks: 'one-change-at-a-time',
  patch: [
    {
      find: `      return 'another change is under way'
`,
      replace: `      return undefined
`,
    },
  ],
}
