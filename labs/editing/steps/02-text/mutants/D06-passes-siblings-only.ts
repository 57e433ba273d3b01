import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D06',
  title: 'Goes past newer characters of the same place, but not past what was typed behind these',
  breaks: 'one-list-order',
  patch: [
    {
      find: `  isRemoved: boolean
}`,
      replace: `  isRemoved: boolean
  after: Id | null
}`,
    },
    {
      find: `isRemoved: false }`,
      replace: `isRemoved: false, after }`,
    },
    {
      find: `!isNewer(cell.id, id)) break`,
      replace: `!isNewer(cell.id, id) || JSON.stringify(cell.after) !== JSON.stringify(after)) break`,
    },
  ],
}
