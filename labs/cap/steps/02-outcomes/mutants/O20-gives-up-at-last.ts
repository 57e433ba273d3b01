import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O20',
  title: 'Refuses an add in doubt when its patience is at an end at last',
  breaks: 'refused-is-never-applied',
  patch: [
    {
      find: `    if (call.command.op === 'read') this.setTimer(\`\${attempt}\`, PATIENCE_MS)
`,
      replace: `    this.setTimer(\`\${attempt}\`, call.command.op === 'read' ? PATIENCE_MS : 250)
`,
    },
    {
      find: `    if (call?.command.op === 'read') this.try(call)
`,
      replace: `    if (call?.command.op === 'read') this.try(call)
    else if (call !== undefined) this.end(call, () => this.refuse(call, 'gave up'))
`,
    },
  ],
}
