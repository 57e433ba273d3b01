import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W06',
  title: 'Refuses at once when its share does not suffice',
  breaks: 'sells-the-last',
  patch: [
    {
      find: `    if (!this.waiting.includes(request)) return
`,
      replace: `    if (!this.waiting.includes(request)) return
    this.waiting = this.waiting.filter((other) => other !== request)
    if (this.waiting.length < 99) return this.refuse(request, 'sold out')
`,
    },
  ],
}
