import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T08',
  title: 'Adding an element again revives its old tags',
  breaks: 'add-wins',
  patch: [
    {
      find: `    const tag = \`\${this.id}:\${own.length + 1}\`
`,
      replace: `    const mine = own.find((tag) => elements[tag] === element)
    if (mine !== undefined) return { elements, gone: gone.filter((tag) => tag !== mine) }
    const tag = \`\${this.id}:\${own.length + 1}\`
`,
    },
  ],
}
