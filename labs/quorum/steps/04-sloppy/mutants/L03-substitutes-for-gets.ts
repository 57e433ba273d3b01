import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L03',
  title: 'Asks substitutes for gets only',
  breaks: 'available-with-quorum',
  patch: [
    {
      find: `        this.send(substitute, { type: 'StoreFor', id, hint: { for: replica, key, copy: newest } })
`,
      replace: `        this.send(substitute, { type: 'Fetch', id: -id, key })
`,
    },
  ],
}
