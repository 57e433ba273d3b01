import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D12',
  title: 'All replicas number their additions together',
  breaks: 'add-wins',
  patch: [
    {
      find: `{ [this.id]: (clock[this.id] ?? 0) + 1 }`,
      replace: `{ all: (clock.all ?? 0) + 1 }`,
    },
  ],
}
