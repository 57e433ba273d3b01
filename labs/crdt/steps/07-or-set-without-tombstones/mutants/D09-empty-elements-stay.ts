import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D09',
  title: 'A removed element stays in the state without additions',
  breaks: 'state-stays-small',
  patch: [
    {
      find: `      if (Object.keys(dots).length > 0) elements[name] = dots
`,
      replace: `      elements[name] = dots
`,
    },
    {
      find: `return Object.keys(elements)
`,
      replace: `return Object.keys(elements).filter((name) => Object.keys(elements[name] ?? {}).length > 0)
`,
    },
    {
      find: `    return { clock, elements: Object.fromEntries(left) }
`,
      replace: `    return { clock, elements: { ...Object.fromEntries(left), [element]: {} } }
`,
    },
  ],
}
