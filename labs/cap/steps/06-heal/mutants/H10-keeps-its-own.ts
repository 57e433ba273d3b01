import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H10',
  title: 'Keeps its own values, whatever the other side has seen',
  breaks: 'converges-within',
  patch: [
    {
      find: `  const kept = a.writes.filter((write) => has(b, write) || !hasSeen(b, write))
`,
      replace: `  const kept = a.writes
`,
    },
  ],
}
