import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H11',
  title: 'A write leaves only its own number',
  breaks: 'stays-overwritten',
  patch: [
    {
      find: 'seen: { ...seen, [this.id]: count }',
      replace: 'seen: { [this.id]: count }',
    },
  ],
}
