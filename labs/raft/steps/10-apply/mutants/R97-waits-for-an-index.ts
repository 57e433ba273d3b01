import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R97',
  title: 'Answers a request when anything is applied at its index',
  breaks: 'acknowledged-is-applied',
  patch: [
    {
      find: `    if (request === undefined || request.client !== client || request.id !== id) return
`,
      replace: `    if (request === undefined) return
`,
    },
    {
      find: '  private answer(index: number, { client, id }: Entry, result: Result) {',
      replace: '  private answer(index: number, _entry: Entry, result: Result) {',
    },
  ],
}
