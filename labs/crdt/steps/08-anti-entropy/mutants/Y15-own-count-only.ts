import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y15',
  title: 'The summary speaks of the own posts only',
  breaks: 'quiet-when-equal',
  patch: [
    {
      find: `    for (const [node, posts] of Object.entries(state)) {
      let count`,
      replace: `    for (const [node, posts] of Object.entries(state).filter(([name]) => name === this.id)) {
      let count`,
    },
  ],
}
