import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'K07',
  title: 'Sets the value although it is another than expected',
  breaks: 'linearizable',
  patch: [
    {
      find: `        if (value !== command.expected) return false
        this.data.set(command.key, command.value)
        return true
`,
      replace: `        this.data.set(command.key, command.value)
        return value === command.expected
`,
    },
  ],
}
