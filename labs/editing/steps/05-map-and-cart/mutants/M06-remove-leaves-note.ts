import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M06',
  title: 'A remove leaves the note',
  breaks: 'cart-holds-what-was-put',
  patch: [
    {
      find: `        return { command, replaces: about.map(idOf) }`,
      replace: `        return { command, replaces: about.filter(([, { note }]) => note === null).map(idOf) }`,
    },
  ],
}
