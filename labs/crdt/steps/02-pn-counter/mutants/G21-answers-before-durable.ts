import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G21',
  title: 'The answer leaves before the state is durable',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `    this.disk.write('state', this.state)
    this.disk.sync()
    this.reply(request, null)
`,
      replace: `    this.reply(request, null)
    this.disk.write('state', this.state)
    this.disk.sync()
`,
    },
  ],
}
