import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A09',
  title: 'Repairs only replicas that have nothing',
  breaks: 'reads-repair',
  patch: [
    {
      find: `      if (copy !== null && !isNewer(newest.version, copy.version)) continue
`,
      replace: `      if (copy !== null) continue
`,
    },
  ],
}
