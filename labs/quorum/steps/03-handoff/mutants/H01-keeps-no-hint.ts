import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H01',
  title: 'Keeps no hint',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `      if (command.op === 'put') this.hintAt(command.key, waiting)
`,
      replace: ``,
    },
  ],
}
