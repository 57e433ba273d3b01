import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L05',
  title: 'A substitute keeps the write as a copy of its own',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `        this.addHints([message.hint])
`,
      replace: `        this.keep(message.hint.key, message.hint.copy)
`,
    },
  ],
}
