import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'K17',
  title: 'Compares counters as text',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: ` : a.counter > b.counter`,
      replace: ` : String(a.counter) > String(b.counter)`,
    },
  ],
}
