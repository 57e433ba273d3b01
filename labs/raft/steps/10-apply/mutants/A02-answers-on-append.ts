import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A02',
  title: 'Answers as soon as the entry is in its own log',
  breaks: 'acknowledged-is-applied',
  patch: [
    {
      find: `    this.waiting.set(this.log.length, request)
    this.persistLog()
`,
      replace: `    this.persistLog()
    this.reply(request, null)
`,
    },
  ],
}
