import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T01',
  title: 'Waits for a successor that is down, and takes no commands',
  breaks: 'answered-within',
  patch: [
    {
      find: `    if (name === 'transfer') this.successor = undefined
`,
      replace: '',
    },
  ],
}
