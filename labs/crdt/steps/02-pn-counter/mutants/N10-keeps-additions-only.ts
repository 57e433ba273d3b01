import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N10',
  title: 'Only the additions are kept on disk',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `this.disk.write('state', this.state)`,
      replace: `this.disk.write('state', { added: this.state.added, taken: {} })`,
    },
  ],
}
