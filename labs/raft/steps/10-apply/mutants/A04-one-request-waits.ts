import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A04',
  title: 'Remembers only the request that came last',
  breaks: 'answered-within',
  patch: [
    {
      find: `    this.waiting.set(this.log.length, request)
`,
      replace: `    this.waiting.clear()
    this.waiting.set(this.log.length, request)
`,
    },
  ],
}
