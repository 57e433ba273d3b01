import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A06',
  title: 'Repairs with the first copy heard instead of the newest',
  breaks: 'reads-repair',
  patch: [
    {
      find: `    if (newest === null) return
    for`,
      replace: `    const first = [...heard.values()][0] ?? null
    if (newest === null || first === null) return
    for`,
    },
    {
      find: `key, copy: newest })`,
      replace: `key, copy: first })`,
    },
  ],
}
