import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'RI1',
  title: 'Takes answers to earlier rounds for answers to this one',
  breaks: 'linearizable',
  patch: [
    {
      find: '        (node) => node === this.id || (this.answered.get(node) ?? 0) >= read.round,',
      replace: '        (node) => node === this.id || this.answered.has(node),',
    },
  ],
}
