import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C03',
  title: 'Every host drops packets to the peers’ port, in both chains',
  breaks: 'cut-is-complete',
  patch: [
    {
      find: `      this.added.push({ chain: 'INPUT', source: peer })
`,
      replace: `      this.added.push({ chain: 'INPUT', source: peer, dport: 2380 })
`,
    },
    {
      find: `      this.added.push({ chain: 'OUTPUT', destination: peer })
`,
      replace: `      this.added.push({ chain: 'OUTPUT', destination: peer, dport: 2380 })
`,
    },
  ],
}
