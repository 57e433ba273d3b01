import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G06',
  title: 'The replica is n1 in every run',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `to === this.replicas[0]`,
      replace: `to === 'n1'`,
    },
  ],
}
