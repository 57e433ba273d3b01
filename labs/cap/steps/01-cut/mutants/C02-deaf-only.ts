import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C02',
  title: 'The machines of the first group drop what arrives, and go on being heard',
  breaks: 'cut-is-complete',
  patch: [
    {
      find: `    for (const peer of groups.flat()) {
`,
      replace: `    if (groups[0] !== mine) return
    for (const peer of groups.flat()) {
`,
    },
    {
      find: `      this.added.push({ chain: 'OUTPUT', destination: peer })
`,
      replace: '',
    },
  ],
}
