import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O13',
  title: 'Asks for a read again every millisecond',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: 'const PATIENCE_MS = 60',
      replace: 'const PATIENCE_MS = 1',
    },
  ],
}
