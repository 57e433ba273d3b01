import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D13',
  title: 'An element that is there gets no new addition',
  breaks: 'add-wins',
  patch: [
    {
      find: `    const dot = {`,
      replace: `    if (element in elements) return { clock, elements }
    const dot = {`,
    },
  ],
}
