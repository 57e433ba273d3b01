import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J17',
  title: 'Demands only that a value was written',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `    return this.canGoOn(told, null)
`,
      replace: `    const values = told.filter(({ kind }) => kind === 'write').map(({ value }) => value)
    return this.canGoOn([], null) && told.every(({ kind, value }) => kind === 'write' || value === null || values.includes(value))
`,
    },
  ],
}
