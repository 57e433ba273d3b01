import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N11',
  title: 'Keeps every entry for ever',
  breaks: 'compacts-in-time',
  patch: [
    {
      find: `    if (this.log.length >= this.logEntriesMax) this.compact()
`,
      replace: '',
    },
  ],
}
