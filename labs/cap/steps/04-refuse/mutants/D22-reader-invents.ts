import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D22',
  title: 'A read stores what it found under a version of its own',
  breaks: 'linearizable',
  patch: [
    {
      find: `    if (command.op === 'write') {
      task.version`,
      replace: `    task.version = { count: task.version.count + 1, request: id }
    if (command.op === 'write') {
      task.version`,
    },
  ],
}
