import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C06',
  title: 'Forgets what it added when the order comes a second time',
  breaks: 'groups-stay-whole',
  patch: [
    {
      find: `    this.lift()
    this.install(groups)`,
      replace: `    this.added = []
    this.install(groups)`,
    },
  ],
}
