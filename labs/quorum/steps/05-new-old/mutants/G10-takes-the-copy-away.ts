import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G10',
  title: 'Takes the copy away from the replica that knew',
  breaks: 'store-is-as-given',
  patch: [
    {
      find: `    if (operation === 4 && type === 'Fetch') return`,
      replace: `    if (operation === 4) this.copies = { x: { value: 'old', version: { time: 51, writer: 'n0' } } }
    if (operation === 4 && type === 'Fetch') return`,
    },
  ],
}
