import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O11',
  title: 'Refuses a read after an error',
  breaks: 'reads-are-answered',
  patch: [
    {
      find: `    if (call.command.op === 'read') return
`,
      replace: `    if (call.command.op === 'read') return this.end(call, () => this.refuse(call, 'no answer'))
`,
    },
  ],
}
