import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H11',
  title: 'Keeps one hint for each replica, whatever the key is',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `(one) => one.for === hint.for && one.key === hint.key`,
      replace: `(one) => one.for === hint.for`,
    },
  ],
}
