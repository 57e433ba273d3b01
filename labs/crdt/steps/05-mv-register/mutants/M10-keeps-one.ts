import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M10',
  title: 'Merging keeps one of the siblings',
  breaks: 'keeps-siblings',
  patch: [
    {
      find: `    return all.filter(({ version }) => !all.some((other) => isBefore(version, other.version)))
`,
      replace: `    return all.filter(({ version }) => !all.some((other) => isBefore(version, other.version))).slice(0, 1)
`,
    },
  ],
}
