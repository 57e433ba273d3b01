import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J07',
  title: 'Forgets time between different clients',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `      if (left.some(({ to }) => to !== null && to < next.from)) return false
`,
      replace: `      if (left.some(({ to, client }) => client === next.client && to !== null && to < next.from)) return false
`,
    },
  ],
}
