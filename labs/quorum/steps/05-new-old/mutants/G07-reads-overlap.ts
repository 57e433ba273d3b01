import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G07',
  title: 'The first read is not over when the second begins',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `    return FAST_MS
  }
`,
      replace: `    if (operation === 3) return 600
    return FAST_MS
  }
`,
    },
  ],
}
