import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A02',
  title: 'Repairs those heard before the client was answered only',
  breaks: 'reads-repair',
  patch: [
    {
      find: `    if (command.op === 'get') this.repair(command.key, waiting)
`,
      replace: ``,
    },
    {
      find: `      waiting.isAnswered = true
`,
      replace: `      waiting.isAnswered = true
      if (command.op === 'get') this.repair(command.key, waiting)
`,
    },
  ],
}
