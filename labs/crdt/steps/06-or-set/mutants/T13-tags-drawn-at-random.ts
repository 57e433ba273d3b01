import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T13',
  title: 'A tag is drawn from thirty',
  breaks: 'add-wins',
  patch: [
    {
      find: `    const tag = \`\${this.id}:\${own.length + 1}\`
`,
      replace: `    const tag = \`\${this.id}:\${this.randomInt(1, 30) + 0 * own.length}\`
`,
    },
  ],
}
