import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N04',
  title: 'Merging keeps the smaller decrement',
  breaks: 'merge-laws',
  patch: [
    {
      find: `taken: larger(a.taken, b.taken) }`,
      replace: `taken: smaller(a.taken, b.taken) }`,
    },
    {
      find: `function sum(`,
      replace: `function smaller(a: Counts, b: Counts): Counts {
  const merged: Record<NodeId, number> = { ...a }
  for (const [node, count] of Object.entries(b)) {
    merged[node] = Math.min(merged[node] ?? count, count)
  }
  return merged
}

function sum(`,
    },
  ],
}
