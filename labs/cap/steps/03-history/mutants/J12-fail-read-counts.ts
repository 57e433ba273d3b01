import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J12',
  title: 'Demands an explanation for reads that failed',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `({ kind, end }) => end === 'ok' || (kind === 'write' && end === 'info'),`,
      replace: `({ kind, end }) => kind === 'read' ? end !== 'info' : end !== 'fail',`,
    },
  ],
}
