import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y13',
  title: 'Sends the newest of the missing posts first',
  breaks: 'converges-within',
  patch: [
    {
      find: `      for (let number = (summary[node] ?? 0) + 1; left > 0 && number in posts; number++) {
`,
      replace: `      const last = Math.max(...Object.keys(posts).map(Number))
      for (let number = last; left > 0 && number > (summary[node] ?? 0) && number in posts; number--) {
`,
    },
  ],
}
