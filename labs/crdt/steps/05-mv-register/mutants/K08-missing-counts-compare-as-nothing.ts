import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'K08',
  title: 'A count that is missing is compared as it is',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `nodes.every((node) => (a[node] ?? 0) <= (b[node] ?? 0))`,
      replace: `nodes.every((node) => (a[node] as number) <= (b[node] as number))`,
    },
  ],
}
