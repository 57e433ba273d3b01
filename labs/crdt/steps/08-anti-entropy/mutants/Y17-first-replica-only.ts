import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y17',
  title: 'Looks for missing posts of one replica only',
  breaks: 'converges-within',
  patch: [
    {
      find: `    for (const [node, posts] of Object.entries(state)) {
      for`,
      replace: `    for (const [node, posts] of Object.entries(state).slice(0, 1)) {
      for`,
    },
  ],
}
