import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O01',
  title: 'Takes silence for a refusal',
  breaks: 'refused-is-never-applied',
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
      replace: `    if (call?.command.op === 'read') this.try(call)
    else if (call !== undefined) this.end(call, () => this.refuse(call, 'timed out'))
`,
    },
  ],
}
