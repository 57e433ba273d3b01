import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A03',
  title: 'Applies the entry and never answers who asked for it',
  breaks: 'answered-within',
  patch: [
    {
      find: `    this.waiting.set(this.log.length, request)
`,
      replace: '',
    },
  ],
}
