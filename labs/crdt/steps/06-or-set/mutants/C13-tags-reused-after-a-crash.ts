import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C13',
  title: 'Tags are counted in memory',
  breaks: 'add-wins',
  patch: [
    {
      find: `    const tag = \`\${this.id}:\${own.length + 1}\`
`,
      replace: `    const tag = \`\${this.id}:\${++this.count}\`
`,
    },
    {
      find: `    const own = Object.keys(elements).filter((tag) => tag.startsWith(\`\${this.id}:\`))
`,
      replace: ``,
    },
    {
      find: `  // The type
`,
      replace: `  private count = 0

  // The type
`,
    },
  ],
}
