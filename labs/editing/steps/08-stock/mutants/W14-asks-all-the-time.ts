import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W14',
  title: 'Asks again every millisecond',
  breaks: 'bytes-in-bounds',
  patch: [
    {
      find: `const ASK_MS = 80`,
      replace: `const ASK_MS = 1`,
    },
  ],
}
