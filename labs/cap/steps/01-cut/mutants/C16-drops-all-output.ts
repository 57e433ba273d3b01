import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C16',
  title: 'Drops everything that the machine sends',
  breaks: 'clients-pass',
  patch: [
    {
      find: `      this.added.push({ chain: 'OUTPUT', destination: peer })
`,
      replace: `      this.added.push({ chain: 'OUTPUT' })
`,
    },
  ],
}
