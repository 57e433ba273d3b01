import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T16',
  title: 'A removal takes away the tags of this replica only',
  breaks: 'removes-what-it-saw',
  patch: [
    {
      find: `elements[tag] === element)
    return`,
      replace: `elements[tag] === element && tag.startsWith(this.id))
    return`,
    },
  ],
}
