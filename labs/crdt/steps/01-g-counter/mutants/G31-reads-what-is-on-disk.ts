import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G31',
  title: 'Reads are answered from what was last written here',
  breaks: 'reads-what-it-shows',
  patch: [
    {
      find: `return this.reply(request, this.value(this.state))`,
      replace: `return this.reply(request, this.value((this.disk.read('state') as Counts) ?? {}))`,
    },
  ],
}
