import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H18',
  title: 'Makes its hints when the time is up, after the client was answered',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `      if (command.op === 'put') this.hintAt(command.key, waiting)
`,
      replace: ``,
    },
    {
      find: `    if (isAnswered) return
`,
      replace: `    if (isAnswered && request.command.op === 'put') this.hintAt(request.command.key, waiting)
    if (isAnswered) return
`,
    },
  ],
}
