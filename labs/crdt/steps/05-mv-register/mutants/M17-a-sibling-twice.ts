import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M17',
  title: 'A value that both have stands there twice',
  breaks: 'merge-laws',
  patch: [
    {
      find: `    const all = [...a, ...b.filter((other) => !a.some((own) => own.value === other.value))]
`,
      replace: `    const all = [...a, ...b]
`,
    },
  ],
}
