import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'K06',
  title: 'Answers a read of a missing key with an empty text',
  breaks: 'linearizable',
  patch: [
    {
      find: `      case 'get':
        return value
`,
      replace: `      case 'get':
        return value ?? ''
`,
    },
  ],
}
