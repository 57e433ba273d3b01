import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M16',
  title: 'The comparison is the wrong way round',
  breaks: 'keeps-siblings',
  patch: [
    {
      find: `isBefore(version, other.version)`,
      replace: `isBefore(other.version, version)`,
    },
  ],
}
