import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E03',
  title: 'A leader announces itself once and then falls silent',
  breaks: 'leader-stays',
  patch: [
    {
      find: `    this.setTimer('heartbeat', HEARTBEAT_MS)
`,
      replace: '',
    },
    {
      find: `const HEARTBEAT_MS = 50
`,
      replace: '',
    },
  ],
}
