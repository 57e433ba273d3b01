import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q14',
  title: 'Gives the copy a new version to repair with',
  breaks: 'one-version-per-write',
  patch: [
    {
      find: `key, copy: newest })`,
      replace: `key, copy: { ...newest, version: this.newVersion() } })`,
    },
  ],
}
