import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L18',
  title: 'Offers its hints every millisecond',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `const HANDOFF_MS = 200`,
      replace: `const HANDOFF_MS = 1`,
    },
  ],
}
