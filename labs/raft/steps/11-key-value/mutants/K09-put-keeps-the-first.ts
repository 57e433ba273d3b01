import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'K09',
  title: 'A put does not replace a value',
  breaks: 'linearizable',
  patch: [
    {
      find: `      case 'put':
        this.data.set(command.key, command.value)
`,
      replace: `      case 'put':
        this.data.set(command.key, value ?? command.value)
`,
    },
  ],
}
