import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S14',
  title: 'Returns what it has heard when the time is up',
  breaks: 'fresh-reads',
  patch: [
    {
      find: `    const { request } = waiting
`,
      replace: `    const { request, newest } = waiting
`,
    },
    {
      find: `    else this.refuse(request, 'too few replicas answered')
`,
      replace: `    else this.reply(request, newest?.value ?? null)
`,
    },
  ],
}
