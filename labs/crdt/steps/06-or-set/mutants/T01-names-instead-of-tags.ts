import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T01',
  title: 'Removed names are written down, and forgotten when they are added again',
  breaks: 'add-wins',
  patch: [
    {
      find: `    const tag = \`\${this.id}:\${own.length + 1}\`
`,
      replace: `    const tag = element
`,
    },
    {
      find: `    const own = Object.keys(elements).filter((tag) => tag.startsWith(\`\${this.id}:\`))
`,
      replace: ``,
    },
    {
      find: `    return { elements: { ...elements, [tag]: element }, gone }
`,
      replace: `    return { elements: { ...elements, [tag]: element }, gone: gone.filter((name) => name !== element) }
`,
    },
  ],
}
