import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M10',
  title: 'Adds to a line that the cart of a moment ago shares',
  breaks: 'cart-holds-what-was-put',
  patch: [
    {
      find: `    const lines: Record<string, { count: number; note: string }> = {}
`,
      replace: `    const lines: Record<string, { count: number; note: string }> = { ...this.value }
`,
    },
  ],
}
