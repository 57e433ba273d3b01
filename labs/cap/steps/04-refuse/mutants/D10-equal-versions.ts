import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D10',
  title: 'Two writes may carry the same version',
  breaks: 'linearizable',
  patch: [
    {
      find: '{ count: task.version.count + 1, request: id }',
      replace: '{ count: task.version.count + 1, request: 0 }',
    },
  ],
}
