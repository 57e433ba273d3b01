import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B02',
  title: 'Sends the newest of what another node lacks first, in small batches',
  breaks: 'agreement',
  patch: [
    {
      find: `missing.slice(0, BATCH)`,
      replace: `missing.slice(-BATCH)`,
    },
  ],
}
