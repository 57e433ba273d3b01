import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G29',
  title: 'An increment is answered when all others have been heard',
  breaks: 'answers-at-once',
  patch: [
    {
      find: `  // The replica
`,
      replace: `  private waiting: Request<Increment | Read>[] = []

  // The replica
`,
    },
    {
      find: `    this.reply(request, null)
`,
      replace: `    this.waiting.push(request)
`,
    },
    {
      find: `    this.state = this.merge(this.state, state)
`,
      replace: `    this.state = this.merge(this.state, state)
    for (const request of this.waiting) this.reply(request, null)
    this.waiting = []
`,
    },
  ],
}
