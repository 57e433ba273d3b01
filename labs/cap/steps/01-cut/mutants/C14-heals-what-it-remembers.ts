import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C14',
  title: 'Heals from memory: after a restart it does not know what it added',
  breaks: 'groups-stay-whole',
  patch: [
    {
      find: `    for (const rule of this.added) this.append(rule)
`,
      replace: `    for (const rule of this.added) this.append(rule)
    if (this.disk.read('groups') !== undefined) this.added = []
`,
    },
  ],
}
