import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B09',
  title: 'Refuses writes while it hears nobody',
  breaks: 'answers-on-every-side',
  patch: [
    {
      find: `    const { command } = request
`,
      replace: `    const { command } = request
    if (command.op === 'write' && this.now() - this.heardAt > 300) return this.refuse(request, 'alone')
`,
    },
    {
      find: `    if (isNewer(copy, this.copy)) this.keep(copy)
`,
      replace: `    this.heardAt = this.now()
    if (isNewer(copy, this.copy)) this.keep(copy)
`,
    },
    {
      find: `export class Register extends RegisterNode<Message> {
`,
      replace: `export class Register extends RegisterNode<Message> {
  private heardAt = 0
`,
    },
  ],
}
