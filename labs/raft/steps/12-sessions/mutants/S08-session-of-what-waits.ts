import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S08',
  title: 'Opens the session when the request is logged, before it is carried out',
  breaks: 'well-formed-answers',
  patch: [
    {
      find: `    this.waiting.set(this.log.length, request)
`,
      replace: `    this.waiting.set(this.log.length, request)
    this.sessions.set(client, { id, result: null })
`,
    },
    {
      find: `    if (session?.id === id) return this.reply(request, session.result)
`,
      replace: `    if (session?.id === id) return
`,
    },
  ],
}
