import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D15',
  title: 'The state keeps a list of all removals as well',
  breaks: 'state-stays-small',
  patch: [
    {
      find: `    return { clock, elements: Object.fromEntries(left) }
`,
      replace: `    return { clock, elements: Object.fromEntries(left), removed: { ...this.state.removed, [\`\${element} \${JSON.stringify(elements[element])}\`]: true } } as Compact
`,
    },
    {
      find: `return { clock: larger(a.clock, b.clock), elements }`,
      replace: `return { clock: larger(a.clock, b.clock), elements, removed: { ...a.removed, ...b.removed } } as Compact`,
    },
    {
      find: `    return { clock: { ...clock, ...dot }, elements: { ...elements, [element]: dot } }
`,
      replace: `    return { removed: this.state.removed, clock: { ...clock, ...dot }, elements: { ...elements, [element]: dot } }
`,
    },
  ],
}
