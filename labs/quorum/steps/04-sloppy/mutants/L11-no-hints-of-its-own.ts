import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L11',
  title: 'The coordinator keeps no hint for those without a substitute',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `      if (command.op === 'put') this.hintAt(command.key, waiting)
`,
      replace: ``,
    },
  ],
}
