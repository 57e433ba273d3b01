import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C01',
  title: 'Drops, on the machines of the first group, what they send to the peers’ port',
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
      find: `      this.added.push({ chain: 'INPUT', source: peer })
`,
      replace: '',
    },
    {
      find: `      this.added.push({ chain: 'OUTPUT', destination: peer })
`,
      replace: `      this.added.push({ chain: 'OUTPUT', destination: peer, dport: 2380 })
`,
    },
  ],
}
