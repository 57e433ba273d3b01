import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J10',
  title: 'Does not know what the register holds at first',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `    return this.canGoOn(told, null)
`,
      replace: `    return this.canGoOn(told, null) || this.canGoOn(told, told.find(({ kind }) => kind === 'read')?.value ?? null)
`,
    },
  ],
}
