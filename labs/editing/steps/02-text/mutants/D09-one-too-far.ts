import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D09',
  title: 'Names the character at the index as the one before it',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `this.visible()[index - 1]?.id`,
      replace: `this.visible()[index]?.id`,
    },
  ],
}
