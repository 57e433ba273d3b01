import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L13',
  title: 'Refuses what it has taken when its log runs full',
  breaks: 'refused-is-never-applied',
  patch: [
    {
      find: `    if (this.isFull) return this.refuse(request, this.id)
`,
      replace: `    if (this.isFull) {
      for (const one of this.waiting.values()) this.refuse(one, this.id)
      this.waiting.clear()
      return this.refuse(request, this.id)
    }
`,
    },
  ],
}
