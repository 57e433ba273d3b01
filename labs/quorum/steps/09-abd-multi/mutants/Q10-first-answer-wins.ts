import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q10',
  title: 'Takes the first copy that it hears of, not the newest',
  breaks: 'linearizable',
  patch: [
    {
      find: `    operation.newest = newerOf(operation.newest, copy)
`,
      replace: `    operation.newest ??= copy
`,
    },
  ],
}
