import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M01',
  title: 'The version with the larger sum is the later one',
  breaks: 'keeps-siblings',
  patch: [
    {
      find: `  const nodes = Object.keys({ ...a, ...b })
  const isWithin = nodes.every((node) => (a[node] ?? 0) <= (b[node] ?? 0))
  return isWithin && nodes.some((node) => (a[node] ?? 0) < (b[node] ?? 0))
`,
      replace: `  const sum = (version: Version) => Object.values(version).reduce((total, count) => total + count, 0)
  return sum(a) < sum(b)
`,
    },
  ],
}
