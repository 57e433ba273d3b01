import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T09',
  title: 'The next number is counted from the tags that are not gone',
  breaks: 'add-wins',
  patch: [
    {
      find: `tag.startsWith(\`\${this.id}:\`))`,
      replace: `tag.startsWith(\`\${this.id}:\`) && !gone.includes(tag))`,
    },
  ],
}
