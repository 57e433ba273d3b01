import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S04',
  title: 'Passes over a request that it has carried out',
  breaks: 'answered-within',
  patch: [
    {
      find: `    if (session?.id === id) return this.reply(request, session.result)
`,
      replace: `    if (session?.id === id) return
`,
    },
  ],
}
