import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C18',
  title: 'Adds a second cut to the first',
  breaks: 'groups-stay-whole',
  patch: [
    {
      find: `    this.lift()
    this.install(groups)`,
      replace: '    this.install(groups)',
    },
  ],
}
