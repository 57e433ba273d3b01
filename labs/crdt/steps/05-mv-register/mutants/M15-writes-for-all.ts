import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M15',
  title: 'A write raises the count of every replica that it knows',
  breaks: 'keeps-siblings',
  patch: [
    {
      find: `    return [{ value, version: { ...seen, [this.id]: (seen[this.id] ?? 0) + 1 } }]
`,
      replace: `    const counts = { ...seen, [this.id]: seen[this.id] ?? 0 }
    const raised = Object.entries(counts).map(([node, count]) => [node, count + 1])
    return [{ value, version: Object.fromEntries(raised) }]
`,
    },
  ],
}
