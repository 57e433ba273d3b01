import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T07',
  title: 'Each replica has one tag for each element',
  breaks: 'add-wins',
  patch: [
    {
      find: `    const tag = \`\${this.id}:\${own.length + 1}\`
`,
      replace: `    const tag = \`\${this.id}:\${element}:\${Math.min(own.length, 0)}\`
`,
    },
  ],
}
