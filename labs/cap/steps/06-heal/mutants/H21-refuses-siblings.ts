import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H21',
  title: 'Refuses reads while values stand side by side',
  breaks: 'answers-on-every-side',
  patch: [
    {
      find: `    if (command.op === 'read') return this.reply`,
      replace: `    if (command.op === 'read' && this.values.length > 1) return this.refuse(request, 'in doubt')
    if (command.op === 'read') return this.reply`,
    },
  ],
}
