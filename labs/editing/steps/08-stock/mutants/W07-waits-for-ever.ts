import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W07',
  title: 'Waits until somebody gives it something',
  breaks: 'answers-alone',
  patch: [
    {
      find: `    this.setTimer(\`patience \${request.id}\`, PATIENCE_MS)
`,
      replace: ``,
    },
  ],
}
