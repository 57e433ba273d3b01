import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H15',
  title: 'A handoff is kept even if there is something newer by now',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `      case 'Handoff':
`,
      replace: `      case 'Handoff':
        delete this.copies[message.key]
`,
    },
  ],
}
