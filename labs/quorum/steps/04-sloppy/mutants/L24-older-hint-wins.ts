import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L24',
  title: 'Of two hints for a replica and key the one that came last stays',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `      if (known !== undefined && !isNewer(hint.copy.version, known.copy.version)) continue
`,
      replace: ``,
    },
  ],
}
