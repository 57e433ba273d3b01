import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W12',
  title: 'Of equal stamps the longer value wins, and of equally long ones the own',
  breaks: 'strong-convergence',
  patch: [
    {
      find: `  return a.writer > b.writer
`,
      replace: `  return (a.value ?? '').length > (b.value ?? '').length
`,
    },
  ],
}
