import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R84b',
  title: 'Goes on taking commands while it hands over',
  breaks: 'transfer-succeeds',
  patch: [
    {
      find: `    if (this.successor !== undefined) return this.refuse(request, this.successor)
`,
      replace: '',
    },
  ],
}
