import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H01',
  title: 'Keeps only the write with the greatest number',
  breaks: 'no-value-lost',
  patch: [
    {
      find: '  return { seen, writes: [...kept, ...news] }',
      replace: `  const all = [...kept, ...news].sort((x, y) => y.count - x.count || (x.node < y.node ? 1 : -1))
  return { seen, writes: all.slice(0, 1) }`,
    },
  ],
}
