import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D14',
  title: 'A removal drops only additions of this replica',
  breaks: 'removes-what-it-saw',
  patch: [
    {
      find: `    return { clock, elements: Object.fromEntries(left) }
`,
      replace: `    const { [this.id]: _own, ...others } = elements[element] ?? {}
    const kept = Object.keys(others).length > 0 ? { [element]: others } : {}
    return { clock, elements: { ...Object.fromEntries(left), ...kept } }
`,
    },
  ],
}
