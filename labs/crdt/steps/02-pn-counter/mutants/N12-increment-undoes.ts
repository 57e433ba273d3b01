import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N12',
  title: 'An increment first gives back what the replica has taken',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `return { added: raised(added, this.id, by), taken }`,
      replace: `return { added: raised(added, this.id, by), taken: { ...taken, [this.id]: 0 } }`,
    },
  ],
}
