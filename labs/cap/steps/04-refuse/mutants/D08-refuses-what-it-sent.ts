import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D08',
  title: 'Refuses a write that it had sent to be stored',
  breaks: 'linearizable',
  patch: [
    {
      find: `    if (task.phase === 'store' && task.request.command.op === 'write') return
`,
      replace: '',
    },
  ],
}
