import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H09',
  title: 'Does not take over what the other side has seen',
  breaks: 'stays-overwritten',
  patch: [
    {
      find: `    seen[node] = Math.max(seen[node] ?? 0, count)
`,
      replace: `    seen[node] = Math.max(seen[node] ?? 0, node === '' ? count : 0)
`,
    },
  ],
}
