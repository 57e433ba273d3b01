import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L06',
  title: 'Takes the longest election timeout for the lease',
  breaks: 'linearizable',
  patch: [
    {
      find: '    return (ELECTION_MS_MIN * (1 - drift))',
      replace: '    return (ELECTION_MS_MAX * (1 - drift))',
    },
  ],
}
