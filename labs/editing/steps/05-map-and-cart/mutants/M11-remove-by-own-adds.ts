import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M11',
  title: 'A remove takes away what its own device put there',
  breaks: 'cart-holds-what-was-put',
  patch: [
    {
      find: `        return { command, replaces: about.map(idOf) }`,
      replace: `        return { command, replaces: about.map(idOf).filter((id) => id.startsWith(this.id)) }`,
    },
  ],
}
