import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M02',
  title: 'Two puts of one node at the same time get the same version',
  breaks: 'one-version-per-write',
  patch: [
    {
      find: `    const known = newerOf(found, this.copies[command.key] ?? null)?.version.number ?? 0
`,
      replace: `    const known = found?.version.number ?? 0
`,
    },
  ],
}
