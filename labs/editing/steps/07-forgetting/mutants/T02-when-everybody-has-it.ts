import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T02',
  title: 'Drops a character when everybody has applied its removal',
  breaks: 'one-list-order',
  patch: [
    {
      find: `      return hasIt && nothingOlderIsMissing`,
      replace: `      return hasIt || (hasIt && nothingOlderIsMissing)`,
    },
  ],
}
