import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L02',
  title: 'Names each letter that it removes with all its fields',
  breaks: 'operations-stay-small',
  patch: [
    {
      find: `    return { type: 'remove', runs }`,
      replace: `    const ids = this.visible().slice(index, index + count).map(({ id }) => id)
    return { type: 'remove', runs, ids } as Operation`,
    },
  ],
}
