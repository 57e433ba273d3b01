import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C04',
  title: 'Drops everything that arrives while the cut stands',
  breaks: 'clients-pass',
  patch: [
    {
      find: `      this.added.push({ chain: 'INPUT', source: peer })
`,
      replace: `      this.added.push({ chain: 'INPUT' })
`,
    },
  ],
}
