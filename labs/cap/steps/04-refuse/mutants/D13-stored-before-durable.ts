import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D13',
  title: 'Says that it has stored before it has synced',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.disk.sync()
`,
      replace: '',
    },
    {
      find: `        this.keep(message.version, message.value)
        return this.send(from, { type: 'Stored', id })
`,
      replace: `        this.keep(message.version, message.value)
        this.send(from, { type: 'Stored', id })
        return this.disk.sync()
`,
    },
  ],
}
