import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D04',
  title: 'An addition does not raise the clock',
  breaks: 'removes-what-it-saw',
  patch: [
    {
      find: `    return { clock: { ...clock, ...dot }, elements: { ...elements, [element]: dot } }
`,
      replace: `    return { clock, elements: { ...elements, [element]: dot } }
`,
    },
  ],
}
