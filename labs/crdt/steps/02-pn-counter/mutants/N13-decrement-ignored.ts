import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N13',
  title: 'A decrement is answered and not carried out',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `op === 'increment' ? this.increment(this.state, by) : this.decrement(this.state, by)`,
      replace: `op === 'increment' ? this.increment(this.state, by) : this.state`,
    },
  ],
}
