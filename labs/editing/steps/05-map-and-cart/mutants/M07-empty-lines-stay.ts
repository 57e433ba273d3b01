import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M07',
  title: 'An item of which nothing is left stays in the cart with a count of zero',
  breaks: 'cart-holds-what-was-put',
  patch: [
    {
      find: `    const lines: Record<string, { count: number; note: string }> = {}
`,
      replace: `    const lines: Record<string, { count: number; note: string }> = {}
    for (const item of Object.keys(this.value)) lines[item] = { count: 0, note: '' }
`,
    },
  ],
}
