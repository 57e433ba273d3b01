import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D19',
  title: 'Stores its copy and does not read it after a restart',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.version = kept.version
    this.value = kept.value
`,
      replace: `    this.note(\`there is a copy of version \${kept.version.count}\`)
`,
    },
  ],
}
