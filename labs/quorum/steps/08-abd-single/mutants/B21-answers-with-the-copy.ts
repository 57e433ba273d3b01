import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B21',
  title: 'Answers a read with the copy and its version',
  breaks: 'well-formed-answers',
  patch: [
    {
      find: `(newest?.value ?? null) : null)`,
      replace: `((newest ?? null) as unknown as string) : null)`,
    },
  ],
}
