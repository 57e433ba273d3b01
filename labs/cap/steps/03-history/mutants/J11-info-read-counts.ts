import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J11',
  title: 'Demands an explanation for reads that told nothing',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `({ kind, end }) => end === 'ok' || (kind === 'write' && end === 'info'),`,
      replace: `({ end }) => end !== 'fail',`,
    },
    {
      find: `    if (left.every(({ end }) => end === 'info')) return true
`,
      replace: `    if (left.every(({ end, kind }) => end === 'info' && kind === 'write')) return true
`,
    },
  ],
}
