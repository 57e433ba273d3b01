import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M06',
  title: 'A version is earlier only when every count is smaller',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `  const nodes = Object.keys({ ...a, ...b })
  const isWithin = nodes.every((node) => (a[node] ?? 0) <= (b[node] ?? 0))
  return isWithin && nodes.some((node) => (a[node] ?? 0) < (b[node] ?? 0))
`,
      replace: `  const nodes = Object.keys({ ...a, ...b })
  return nodes.every((node) => (a[node] ?? 0) < (b[node] ?? 0))
`,
    },
  ],
}
