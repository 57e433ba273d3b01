import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H07',
  title: 'Confirms a write before it is safe',
  breaks: 'no-value-lost',
  patch: [
    {
      find: `    this.keep({ seen: { ...seen, [this.id]: count }, writes: [write] })
    this.reply(request, null)
`,
      replace: `    this.show({ seen: { ...seen, [this.id]: count }, writes: [write] })
    this.reply(request, null)
    this.keep(this.state)
`,
    },
  ],
}
