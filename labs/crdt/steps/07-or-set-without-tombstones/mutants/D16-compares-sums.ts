import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D16',
  title: '“Heard of” is judged by the sum of the clock',
  breaks: 'add-wins',
  patch: [
    {
      find: `(b.clock[node] ?? 0) < count`,
      replace: `Object.values(b.clock).reduce((sum, one) => sum + one, 0) < count`,
    },
  ],
}
