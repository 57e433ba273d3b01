import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J03',
  title: 'Lets a failed write take effect',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `({ kind, end }) => end === 'ok' || (kind === 'write' && end === 'info'),`,
      replace: `({ kind, end }) => end === 'ok' || kind === 'write',`,
    },
    {
      find: `    if (left.every(({ end }) => end === 'info')) return true
`,
      replace: `    if (left.every(({ end }) => end !== 'ok')) return true
`,
    },
  ],
}
