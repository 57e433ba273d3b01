import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N01',
  title: 'For each replica the larger difference wins',
  breaks: 'merge-laws',
  patch: [
    {
      find: `return { added: larger(a.added, b.added), taken: larger(a.taken, b.taken) }`,
      replace: `const net = larger(difference(a), difference(b))
    return { added: net, taken: {} }`,
    },
    {
      find: `function sum(`,
      replace: `function difference({ added, taken }: Balance): Counts {
  const nodes = Object.keys({ ...added, ...taken })
  return Object.fromEntries(nodes.map((node) => [node, (added[node] ?? 0) - (taken[node] ?? 0)]))
}

function sum(`,
    },
  ],
}
