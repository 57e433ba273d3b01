import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O09',
  title: 'Forgets an add when its patience is at an end',
  breaks: 'tells-what-it-knows',
  patch: [
    {
      find: `    if (call.command.op === 'read') this.setTimer(\`\${attempt}\`, PATIENCE_MS)
`,
      replace: `    this.setTimer(\`\${attempt}\`, 15)
`,
    },
    {
      find: `    if (call?.command.op === 'read') this.try(call)
`,
      replace: `    if (call?.command.op === 'read') this.try(call)
    else this.calls.delete(Number(name))
`,
    },
  ],
}
