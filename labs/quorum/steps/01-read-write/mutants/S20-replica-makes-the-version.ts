import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S20',
  title: 'Each replica makes a version of its own',
  breaks: 'one-version-per-write',
  patch: [
    {
      find: `this.keep(message.key, message.copy)`,
      replace: `this.keep(message.key, { ...message.copy, version: this.newVersion() })`,
    },
  ],
}
