import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S23',
  title: 'Answers a read with the copy and its version',
  breaks: 'well-formed-answers',
  patch: [
    {
      find: `    this.reply(request, newest?.value ?? null)`,
      replace: `    this.reply(request, (newest ?? null) as unknown as string)`,
    },
  ],
}
