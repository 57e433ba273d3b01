import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y20',
  title: 'Makes good only what it has posted itself',
  breaks: 'converges-within',
  patch: [
    {
      find: `    for (const [node, posts] of Object.entries(state)) {
      for (let number`,
      replace: `    for (const [node, posts] of Object.entries(state)) {
      if (node !== this.id) continue
      for (let number`,
    },
  ],
}
