import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R95',
  title: 'Answers a repeated request as if it had changed nothing',
  breaks: 'linearizable',
  patch: [
    {
      find: 'session.id >= id) return session.result',
      replace:
        "session.id >= id) return typeof session.result === 'boolean' ? false : session.result",
    },
    {
      find: `    if (session?.id === id) return this.reply(request, session.result)
`,
      replace: `    if (session?.id === id) {
      return this.reply(request, typeof session.result === 'boolean' ? false : session.result)
    }
`,
    },
  ],
}
