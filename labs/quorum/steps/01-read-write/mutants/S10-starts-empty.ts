import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S10',
  title: 'Starts empty after a crash',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `    this.copies = (this.disk.read('copies') as Record<string, Copy> | undefined) ?? {}
`,
      replace: ``,
    },
  ],
}
