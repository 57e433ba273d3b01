import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H20',
  title: 'The state that has seen more writes in all wins',
  breaks: 'no-value-lost',
  patch: [
    {
      find: `    this.keep(merge(this.state, state))
`,
      replace: `    const total = ({ seen }: State) => Object.values(seen).reduce((sum, count) => sum + count, 0)
    this.keep(total(state) > total(this.state) ? state : total(state) < total(this.state) ? this.state : merge(this.state, state))
`,
    },
  ],
}
