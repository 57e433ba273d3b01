import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C12',
  title: 'Cuts a host off from its own group too',
  breaks: 'groups-stay-whole',
  patch: [
    {
      find: `      if (mine.includes(peer)) continue
`,
      replace: `      if (peer === this.id) continue
`,
    },
  ],
}
