import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M08',
  title: 'A note alone does not keep an item in the cart',
  breaks: 'cart-holds-what-was-put',
  patch: [
    {
      find: `    return lines
`,
      replace: `    return Object.fromEntries(Object.entries(lines).filter(([, { count }]) => count > 0))
`,
    },
  ],
}
