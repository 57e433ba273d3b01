import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H13',
  title: 'Drops a value that both sides have',
  breaks: 'no-value-lost',
  patch: [
    {
      find: '(write) => has(b, write) || !hasSeen(b, write)',
      replace: '(write) => !hasSeen(b, write)',
    },
  ],
}
