import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A13',
  title: 'Stops listening after the first repair',
  breaks: 'reads-repair',
  patch: [
    {
      find: `    if (command.op === 'get') this.repair(command.key, waiting)
`,
      replace: `    const before = [...heard.values()]
    if (command.op === 'get') this.repair(command.key, waiting)
    if (command.op === 'get' && [...heard.values()].some((one, place) => one !== before[place])) this.waiting.delete(id)
`,
    },
  ],
}
