import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L07',
  title: 'Asks for every read',
  breaks: 'leased-reads-are-local',
  patch: [
    {
      find: `    if (isFresh && this.now() < this.leaseUntil) return this.answerRead(request)
`,
      replace: '',
    },
  ],
}
