import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L25',
  title: 'A late confirmation of an older write makes it forget the hint for a newer one',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `hint.key === key && !isNewer(hint.copy.version, version)`,
      replace: `hint.key === key`,
    },
  ],
}
