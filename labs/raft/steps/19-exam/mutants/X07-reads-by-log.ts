import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'X07',
  title: 'Reads by the log',
  breaks: 'reads-leave-the-log-alone',
  patch: [
    {
      find: `    if (request.command.op === 'get') return this.read(request)
`,
      replace: '',
    },
  ],
}
