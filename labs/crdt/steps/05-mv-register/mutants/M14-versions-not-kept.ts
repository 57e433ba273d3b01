import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M14',
  title: 'The disk keeps the values with empty versions',
  breaks: 'keeps-siblings',
  patch: [
    {
      find: `this.disk.write('state', this.state)`,
      replace: `this.disk.write('state', this.state.map(({ value }) => ({ value, version: {} })))`,
    },
  ],
}
