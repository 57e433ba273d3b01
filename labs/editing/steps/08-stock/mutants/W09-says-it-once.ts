import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W09',
  title: 'Says only once what it has given',
  breaks: 'sells-the-last',
  patch: [
    {
      find: `    if (before <= known && spare > 0) {`,
      replace: `    if (spare <= 0) return
    if (before <= known || spare > 0) {`,
    },
  ],
}
