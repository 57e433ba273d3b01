import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T11',
  title: 'An element with a removed tag is not shown',
  breaks: 'add-wins',
  patch: [
    {
      find: `    const live = Object.entries(elements).filter(([tag]) => !gone.includes(tag))
`,
      replace: `    const off = gone.map((tag) => elements[tag])
    const live = Object.entries(elements).filter(([, element]) => !off.includes(element))
`,
    },
  ],
}
