import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L06',
  title: 'A substitute keeps a hint for itself',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `        this.addHints([message.hint])
`,
      replace: `        this.addHints([{ ...message.hint, for: this.id }])
`,
    },
  ],
}
