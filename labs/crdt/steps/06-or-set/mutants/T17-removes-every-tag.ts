import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T17',
  title: 'A removal takes away all tags of all elements',
  breaks: 'add-wins',
  patch: [
    {
      find: `(tag) => elements[tag] === element)
    return`,
      replace: `(tag) => elements[tag] !== undefined)
    return`,
    },
  ],
}
