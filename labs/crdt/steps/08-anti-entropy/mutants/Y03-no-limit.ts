import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y03',
  title: 'Sends all that is missing in one message',
  breaks: 'messages-stay-small',
  patch: [
    {
      find: `left > 0 && number in posts`,
      replace: `number in posts`,
    },
  ],
}
