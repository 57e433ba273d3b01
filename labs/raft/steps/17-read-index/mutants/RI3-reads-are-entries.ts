import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'RI3',
  title: 'Reads still go through the log',
  breaks: 'reads-leave-the-log-alone',
  patch: [
    {
      find: `    if (request.command.op === 'get') return this.read(request)
`,
      replace: '',
    },
  ],
}
