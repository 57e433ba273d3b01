import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D25',
  title: 'Only the first node takes writes',
  breaks: 'majority-answers',
  patch: [
    {
      find: `    const { id } = request
`,
      replace: `    const { id } = request
    if (request.command.op === 'write' && this.id !== this.nodes[0]) return this.refuse(request, 'n1')
`,
    },
  ],
}
