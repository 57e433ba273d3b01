import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q05b',
  title: 'Puts no writer into the version',
  breaks: 'one-version-per-write',
  patch: [
    {
      find: `number: known + 1, writer: this.id`,
      replace: `number: known + 1, writer: ''`,
    },
  ],
}
