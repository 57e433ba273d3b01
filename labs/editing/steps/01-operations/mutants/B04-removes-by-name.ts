import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B04',
  title: 'A remove takes away every tag of the item that it finds on arrival',
  breaks: 'observed-removes',
  patch: [
    {
      find: `    for (const tag of tags) {
      if (command.op === 'add') this.items.set(tag, command.item)
      else this.items.delete(tag)
    }`,
      replace: `    for (const tag of command.op === 'add' ? tags : [...this.items.keys()]) {
      if (command.op === 'add') this.items.set(tag, command.item)
      else if (this.items.get(tag) === command.item) this.items.delete(tag)
    }`,
    },
  ],
}
