import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O03',
  title: 'Tries an add again when it hears nothing',
  breaks: 'applies-at-most-once',
  patch: [
    {
      find: `    if (call.command.op === 'read') this.setTimer(\`\${attempt}\`, PATIENCE_MS)
`,
      replace: `    this.setTimer(\`\${attempt}\`, PATIENCE_MS)
`,
    },
    {
      find: `    if (call?.command.op === 'read') this.try(call)
`,
      replace: `    if (call !== undefined) this.try(call)
`,
    },
  ],
}
