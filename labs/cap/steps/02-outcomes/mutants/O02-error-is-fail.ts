import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O02',
  title: 'Takes every answer but “done” for a refusal',
  breaks: 'refused-is-never-applied',
  patch: [
    {
      find: `    if (answer.type === 'Refused') this.end(call, () => this.refuse(call, answer.reason))
`,
      replace: `    this.end(call, () => this.refuse(call, answer.reason))
`,
    },
  ],
}
