import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M05',
  title: 'A new note replaces the count as well',
  breaks: 'cart-holds-what-was-put',
  patch: [
    {
      find: `about.filter(([, { note }]) => note !== null).map(idOf)`,
      replace: `about.map(idOf)`,
    },
  ],
}
