import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D24',
  title: 'A write answers with what it wrote',
  breaks: 'well-formed-answers',
  patch: [
    {
      find: `task.request.command.op === 'read' ? task.value : null)
    this.end`,
      replace: `task.value)
    this.end`,
    },
  ],
}
