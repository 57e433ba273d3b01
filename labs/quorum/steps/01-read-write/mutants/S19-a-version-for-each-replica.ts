import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S19',
  title: 'Makes a version for each replica',
  breaks: 'one-version-per-write',
  patch: [
    {
      find: `const copy = { value: command.value, version }`,
      replace: `const copy = { value: command.value, version: this.newVersion() }`,
    },
  ],
}
