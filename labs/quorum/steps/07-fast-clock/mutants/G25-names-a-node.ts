import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G25',
  title: 'The fast clock is taken to be that of n1',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `this.clockAheadMs(node) > 0`,
      replace: `node === 'n1'`,
    },
  ],
}
