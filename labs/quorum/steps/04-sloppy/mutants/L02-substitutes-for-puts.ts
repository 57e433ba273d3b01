import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L02',
  title: 'Asks substitutes for puts only',
  breaks: 'available-with-quorum',
  patch: [
    {
      find: `      if (op === 'get') this.send(substitute, { type: 'Fetch', id, key })
      else if (newest`,
      replace: `      if (op === 'get') continue
      if (newest`,
    },
  ],
}
