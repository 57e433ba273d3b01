import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B12',
  title: 'Shows the list as it was before the operation',
  breaks: 'observed-removes',
  patch: [
    {
      find: `    for (const tag of tags) {
      if`,
      replace: `    this.value = [...new Set(this.items.values())].sort()
    for (const tag of tags) {
      if`,
    },
    {
      find: `    }
    this.value = [...new Set(this.items.values())].sort()
    this.history`,
      replace: `    }
    this.history`,
    },
  ],
}
