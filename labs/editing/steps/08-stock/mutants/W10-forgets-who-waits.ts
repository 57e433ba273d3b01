import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W10',
  title: 'Puts what it gets into its share, and lets the customer wait on',
  breaks: 'sells-while-it-can',
  patch: [
    {
      find: `    this.save()
    this.serve()
`,
      replace: `    this.save()
`,
    },
  ],
}
