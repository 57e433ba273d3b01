import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D10',
  title: 'Only the additions of the second state are looked at',
  breaks: 'merge-laws',
  patch: [
    {
      find: `{ ...surviving(name, a, b), ...surviving(name, b, a) }`,
      replace: `{ ...a.elements[name], ...surviving(name, b, a) }`,
    },
  ],
}
