import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D12',
  title: 'Keeps its copy in memory only',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.disk.write('copy', { version, value })
    this.disk.sync()
`,
      replace: '',
    },
  ],
}
