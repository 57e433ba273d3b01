import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M13',
  title: 'The own count begins anew after a restart',
  breaks: 'keeps-siblings',
  patch: [
    {
      find: `  // The type
`,
      replace: `  private writes = 0

  // The type
`,
    },
    {
      find: `    return [{ value, version: { ...seen, [this.id]: (seen[this.id] ?? 0) + 1 } }]
`,
      replace: `    return [{ value, version: { ...seen, [this.id]: ++this.writes } }]
`,
    },
  ],
}
