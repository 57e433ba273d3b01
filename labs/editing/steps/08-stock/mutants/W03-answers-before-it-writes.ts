import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W03',
  title: 'Tells the customer first and writes it down afterwards',
  breaks: 'shares-add-up',
  patch: [
    {
      find: `      this.save()
      this.waiting = this.waiting.filter((other) => other !== request)
      this.reply(request, true)
`,
      replace: `      this.waiting = this.waiting.filter((other) => other !== request)
      this.reply(request, true)
      this.save()
`,
    },
  ],
}
