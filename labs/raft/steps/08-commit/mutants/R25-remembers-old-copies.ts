import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R25',
  title: 'Keeps matchIndex from an earlier time as leader',
  breaks: 'commit-has-majority',
  patch: [
    {
      find: `      this.matchIndex.set(peer, 0)
`,
      replace: '',
    },
  ],
}
