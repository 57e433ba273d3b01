import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T02',
  title: 'Tags are numbers, and every replica counts from one',
  breaks: 'add-wins',
  patch: [
    {
      find: `    const tag = \`\${this.id}:\${own.length + 1}\`
`,
      replace: `    const tag = \`\${own.length + 1}\`
`,
    },
    {
      find: `tag.startsWith(\`\${this.id}:\`)`,
      replace: `tag !== this.id`,
    },
  ],
}
