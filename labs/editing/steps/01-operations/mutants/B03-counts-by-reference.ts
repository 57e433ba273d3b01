import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B03',
  title: 'Keeps with an operation the very counts that go on growing',
  breaks: 'agreement',
  patch: [
    {
      find: `after: { ...this.progress },`,
      replace: `after: this.progress,`,
    },
  ],
}
