import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S16',
  title: 'Counts itself before it has stored anything',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `answered: new Set(), newest`,
      replace: `answered: new Set([this.id]), newest`,
    },
    {
      find: `    for (const replica of this.replicasOf(command.key)) {
`,
      replace: `    for (const replica of this.replicasOf(command.key)) {
      if (replica === this.id && command.op === 'put') continue
`,
    },
  ],
}
