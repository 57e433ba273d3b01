import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M11',
  title: 'Waits for ever for a server that does not catch up, and lets nobody else join',
  breaks: 'answered-within',
  patch: [
    {
      find: `    if (name === 'joining') this.stopJoining()
`,
      replace: ``,
    },
  ],
}
