import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D03',
  title: 'Additions are judged by the joined clock',
  breaks: 'add-wins',
  patch: [
    {
      find: `surviving(name, a, b), ...surviving(name, b, a)`,
      replace: `surviving(name, a, { ...b, clock: larger(a.clock, b.clock) }), ...surviving(name, b, { ...a, clock: larger(a.clock, b.clock) })`,
    },
  ],
}
