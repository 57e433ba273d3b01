import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H09',
  title: 'Keeps a hint for one absent replica only',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `    this.addHints(missing.map(`,
      replace: `    this.addHints(missing.slice(0, 1).map(`,
    },
  ],
}
