import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C15',
  title: 'Only the host with the smaller name drops, and only what arrives',
  breaks: 'cut-is-complete',
  patch: [
    {
      find: `      this.added.push({ chain: 'INPUT', source: peer })
`,
      replace: `      if (this.id < peer) this.added.push({ chain: 'INPUT', source: peer })
`,
    },
    {
      find: `      this.added.push({ chain: 'OUTPUT', destination: peer })
`,
      replace: '',
    },
  ],
}
