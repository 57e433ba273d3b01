import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J04',
  title: 'Takes a failed write for one that happened',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `({ kind, end }) => end === 'ok' || (kind === 'write' && end === 'info'),`,
      replace: `({ kind, end }) => kind === 'write' || end === 'ok',`,
    },
  ],
}
