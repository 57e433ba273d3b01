import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B17',
  title: 'A write answers with the value',
  breaks: 'well-formed-answers',
  patch: [
    {
      find: `    this.reply(request, null)
`,
      replace: `    this.reply(request, command.value)
`,
    },
  ],
}
