import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L26',
  title: 'Answers a get from its hints, and forgets its own copy',
  breaks: 'fresh-reads',
  patch: [{ find: `      this.copies[key] ?? null,`, replace: `      null,` }],
}
