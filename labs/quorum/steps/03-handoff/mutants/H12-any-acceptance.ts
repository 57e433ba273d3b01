import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H12',
  title: 'What one replica has accepted is forgotten for all of them',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `      hint.for === replica && hint.key === key &&`,
      replace: `      hint.key === key &&`,
    },
  ],
}
