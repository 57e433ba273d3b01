import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B19',
  title: 'Returns what it has heard when the time is up',
  breaks: 'linearizable',
  patch: [
    {
      find: `    const { request } = operation
`,
      replace: `    const { request, newest } = operation
`,
    },
    {
      find: `    else this.refuse(request, 'no majority answered')
`,
      replace: `    else this.reply(request, newest?.value ?? null)
`,
    },
  ],
}
