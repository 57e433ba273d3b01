import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C32',
  title: 'Keeps the state with the larger total',
  breaks: 'merge-laws',
  patch: [
    {
      find: `    const merged: Record<NodeId, number> = { ...a }
    for (const [node, count] of Object.entries(b)) {
      merged[node] = Math.max(merged[node] ?? 0, count)
    }
    return merged
`,
      replace: `    return this.value(a) >= this.value(b) ? a : b
`,
    },
  ],
}
