import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H12',
  title: 'Shows its values in the order in which they came',
  breaks: 'well-formed-answers',
  patch: [
    {
      find: 'state.writes.map(({ value }) => value).sort()',
      replace: 'state.writes.map(({ value }) => value)',
    },
  ],
}
