import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A03',
  title: 'Repairs only those that are heard after the client was answered',
  breaks: 'reads-repair',
  patch: [
    {
      find: `    if (command.op === 'get') this.repair(command.key, waiting)
`,
      replace: `    if (command.op === 'get' && heard.size > needed) this.repair(command.key, { ...waiting, heard: new Map([[from, copy]]) })
`,
    },
  ],
}
