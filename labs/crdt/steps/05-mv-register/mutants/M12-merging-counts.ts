import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M12',
  title: 'Merging raises the own count',
  breaks: 'merge-laws',
  patch: [
    {
      find: `    return all.filter(({ version }) => !all.some((other) => isBefore(version, other.version)))
`,
      replace: `    const kept = all.filter(({ version }) => !all.some((other) => isBefore(version, other.version)))
    return kept.map(({ value, version }) => ({ value, version: { ...version, [this.id]: (version[this.id] ?? 0) + 1 } }))
`,
    },
  ],
}
