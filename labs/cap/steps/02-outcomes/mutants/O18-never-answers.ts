import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O18',
  title: 'Passes nothing on',
  breaks: 'tells-what-it-knows',
  patch: [
    {
      find: `    if (answer.type === 'Done') return this.end(call, () => this.reply(call, answer.result))
`,
      replace: `    if (answer.type === 'Done') return
`,
    },
  ],
}
