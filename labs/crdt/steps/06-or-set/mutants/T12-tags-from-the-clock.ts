import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T12',
  title: 'A tag is the tenth of a second in which it was made',
  breaks: 'add-wins',
  patch: [
    {
      find: `    const tag = \`\${this.id}:\${own.length + 1}\`
`,
      replace: `    const tag = \`\${this.id}:\${Math.floor(this.now() / 100) + 0 * own.length}\`
`,
    },
  ],
}
