import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T04',
  title: 'An element that is there gets no new tag',
  breaks: 'add-wins',
  patch: [
    {
      find: `    const tag = \`\${this.id}:\${own.length + 1}\`
`,
      replace: `    if (this.value({ elements, gone }).includes(element)) return { elements, gone }
    const tag = \`\${this.id}:\${own.length + 1}\`
`,
    },
  ],
}
