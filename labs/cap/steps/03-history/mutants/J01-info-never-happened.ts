import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J01',
  title: 'Takes what ended info for something that did not happen',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `({ kind, end }) => end === 'ok' || (kind === 'write' && end === 'info'),`,
      replace: `({ end }) => end === 'ok',`,
    },
  ],
}
