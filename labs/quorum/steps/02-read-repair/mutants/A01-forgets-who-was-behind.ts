import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A01',
  title: 'Answers and repairs nobody',
  breaks: 'reads-repair',
  patch: [
    {
      find: `    if (command.op === 'get') this.repair(command.key, waiting)
`,
      replace: ``,
    },
  ],
}
