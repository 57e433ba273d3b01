import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B06',
  title: 'Answers when another node has confirmed the operation',
  breaks: 'answers-alone',
  patch: [
    {
      find: `    this.reply(request, null)
`,
      replace: `    this.unanswered.push(request)
`,
    },
    {
      find: `      const missing = this.history`,
      replace: `      for (const request of this.unanswered.splice(0)) this.reply(request, null)
      const missing = this.history`,
    },
    {
      find: `  private progress: Progress = {}
`,
      replace: `  private progress: Progress = {}
  private unanswered: Request<Command>[] = []
`,
    },
  ],
}
