import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'J15',
  title: 'Takes a value for the mark of one write',
  breaks: 'judges-rightly',
  patch: [
    {
      find: `      if (next.kind === 'read' && next.value !== value) return false
`,
      replace: `      if (next.kind === 'read' && next.value !== value) return false
      if (next.kind === 'write' && next.value === value) return false
`,
    },
  ],
}
