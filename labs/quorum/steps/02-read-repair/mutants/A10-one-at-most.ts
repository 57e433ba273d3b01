import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A10',
  title: 'Repairs one replica at most',
  breaks: 'reads-repair',
  patch: [
    {
      find: `      heard.set(replica, newest)
`,
      replace: `      heard.set(replica, newest)
      for (const other of heard.keys()) heard.set(other, newest)
`,
    },
  ],
}
