import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D09',
  title: 'A write goes out at once, under the next version after the own copy',
  breaks: 'minority-refuses',
  patch: [
    {
      find: `    this.tasks.set(id, { request, phase: 'ask', answers, version, value })
`,
      replace: `    this.tasks.set(id, { request, phase: 'ask', answers, version, value })
    if (request.command.op === 'write') {
      const next = { count: version.count + 1, request: id }
      const task: Task = { request, phase: 'store', answers, version: next, value: request.command.value }
      this.tasks.set(id, task)
      this.keep(next, request.command.value)
      this.broadcast(this.questionOf(id, task))
      this.setTimer(\`again \${id}\`, AGAIN_MS)
      return
    }
`,
    },
  ],
}
