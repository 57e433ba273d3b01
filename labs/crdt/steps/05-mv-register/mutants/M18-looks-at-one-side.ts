import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M18',
  title: 'Only values of the other side are dropped',
  breaks: 'merge-laws',
  patch: [
    {
      find: `    return all.filter(({ version }) => !all.some((other) => isBefore(version, other.version)))
`,
      replace: `    return [...a, ...all.slice(a.length).filter(({ version }) => !all.some((other) => isBefore(version, other.version)))]
`,
    },
  ],
}
