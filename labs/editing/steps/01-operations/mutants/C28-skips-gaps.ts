import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C28',
  title: 'Applies any operation that is newer than the newest of its node',
  breaks: 'causal-order',
  patch: [
    {
      find: `      number === this.appliedOf(origin) + 1 &&
`,
      replace: `      number > this.appliedOf(origin) &&
`,
    },
    {
      find: `=> this.appliedOf(node) >= count)`,
      replace: `=> node === origin || this.appliedOf(node) >= count)`,
    },
  ],
}
