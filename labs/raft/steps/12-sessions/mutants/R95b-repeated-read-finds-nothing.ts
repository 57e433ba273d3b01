import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R95b',
  title: 'Answers a repeated read with null',
  breaks: 'linearizable',
  patch: [
    {
      find: 'session.id >= id) return session.result',
      replace:
        "session.id >= id) return typeof session.result === 'string' ? null : session.result",
    },
    {
      find: `    if (session?.id === id) return this.reply(request, session.result)
`,
      replace: `    if (session?.id === id) {
      return this.reply(request, typeof session.result === 'string' ? null : session.result)
    }
`,
    },
  ],
}
