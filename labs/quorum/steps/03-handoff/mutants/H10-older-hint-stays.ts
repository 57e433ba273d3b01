import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H10',
  title: 'Of two hints for a replica and key the older one stays',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `      if (known !== undefined && !isNewer(hint.copy.version, known.copy.version)) continue
`,
      replace: `      if (known !== undefined) continue
`,
    },
  ],
}
