import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D06',
  title: 'Never gives up',
  breaks: 'minority-refuses',
  patch: [
    {
      find: `    this.setTimer(\`give up \${id}\`, GIVE_UP_MS)
`,
      replace: '',
    },
  ],
}
