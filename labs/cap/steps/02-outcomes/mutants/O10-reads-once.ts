import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O10',
  title: 'Asks for a read once',
  breaks: 'reads-are-answered',
  patch: [
    {
      find: `    if (call.command.op === 'read') this.setTimer(\`\${attempt}\`, PATIENCE_MS)
`,
      replace: '',
    },
  ],
}
