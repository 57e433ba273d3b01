import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C10',
  title: 'A remove takes the item out of this copy, and out of no other',
  breaks: 'cart-holds-what-was-put',
  patch: [
    {
      find: `    for (const id of replaces) this.kept.delete(id)
`,
      replace: `    for (const id of replaces) if (command.op === 'note' || command.id.startsWith(\`\${this.id.replace('n', 'c')}-\`)) this.kept.delete(id)
`,
    },
  ],
}
