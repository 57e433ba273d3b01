import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H14',
  title: 'Hands over under a new version',
  breaks: 'one-version-per-write',
  patch: [
    {
      find: `{ type: 'Handoff', key, copy }`,
      replace: `{ type: 'Handoff', key, copy: { ...copy, version: this.newVersion() } }`,
    },
  ],
}
