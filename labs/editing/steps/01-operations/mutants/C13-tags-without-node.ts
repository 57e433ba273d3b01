import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C13',
  title: 'Tags are numbers that several nodes give out',
  breaks: 'observed-removes',
  patch: [
    {
      find: `[\`\${this.id}.\${number}\`]`,
      replace: `[String(number)]`,
    },
  ],
}
