import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W13',
  title: 'Asks the same shop every time',
  breaks: 'sells-the-last',
  patch: [
    {
      find: `    for (const peer of this.peers) {`,
      replace: `    for (const peer of this.peers.slice(0, 1)) {`,
    },
  ],
}
