import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S07',
  title: 'Compares times as text',
  breaks: 'fresh-reads',
  patch: [
    {
      find: `a.time === b.time ? a.writer > b.writer : a.time > b.time`,
      replace: `a.time === b.time ? a.writer > b.writer : String(a.time) > String(b.time)`,
    },
  ],
}
