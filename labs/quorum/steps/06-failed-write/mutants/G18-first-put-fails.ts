import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G18',
  title: 'The first put fails as well',
  breaks: 'requests-succeed',
  patch: [
    {
      find: `operation === 2 && type`,
      replace: `operation <= 2 && type`,
    },
  ],
}
