import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B13',
  title: 'Answers, and forgets what it was asked',
  breaks: 'validity',
  patch: [
    {
      find: `    this.apply(operation)
    this.broadcast({ type: 'Operations', operations: [operation] })
`,
      replace: `    this.note(\`will not carry out \${operation.command.id}\`)
`,
    },
  ],
}
