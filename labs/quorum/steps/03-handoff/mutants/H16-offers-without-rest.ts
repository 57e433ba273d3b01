import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H16',
  title: 'Offers its hints every few milliseconds',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `const HANDOFF_MS = 200`,
      replace: `const HANDOFF_MS = 1`,
    },
  ],
}
