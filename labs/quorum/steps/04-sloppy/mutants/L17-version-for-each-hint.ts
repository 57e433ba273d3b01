import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L17',
  title: 'Gives a hint a version of its own',
  breaks: 'one-version-per-write',
  patch: [
    {
      find: `        this.addHints([message.hint])
`,
      replace: `        const version = this.newVersion()
        this.addHints([{ ...message.hint, copy: { ...message.hint.copy, version } }])
`,
    },
  ],
}
