import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'K05',
  title: 'Appends to a missing value as if it were the text “null”',
  breaks: 'linearizable',
  patch: [{ find: "(value ?? '') + command.value", replace: 'value + command.value' }],
}
