import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q08',
  title: 'Counts late answers of the first phase in the second',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `    if (operation === undefined || operation.phase !== phase) return
`,
      replace: `    if (operation === undefined) return
`,
    },
    {
      find: `    if (phase === 'query') {`,
      replace: `    if (operation.phase === 'query') {`,
    },
  ],
}
