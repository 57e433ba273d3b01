import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A04',
  title: 'Sends the newest copy to every replica with each read',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `      if (copy !== null && !isNewer(newest.version, copy.version)) continue
`,
      replace: `      if (newest === copy && heard.size < this.n) continue
`,
    },
  ],
}
