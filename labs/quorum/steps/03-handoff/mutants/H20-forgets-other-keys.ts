import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H20',
  title: 'Forgets what is older of all keys when one is accepted',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `hint.for === replica && hint.key === key && !isNewer(hint.copy.version, version)`,
      replace: `hint.for === replica && key !== '' && !isNewer(hint.copy.version, version)`,
    },
  ],
}
