import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B22',
  title: 'Keeps one copy whatever the key is',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.copies[key] = copy
`,
      replace: `    this.copies = { x: copy, y: copy }
`,
    },
  ],
}
