import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S24',
  title: 'Keeps one copy whatever the key is',
  breaks: 'reads-what-was-written',
  patch: [
    {
      find: `    const newest = newerOf(this.copies[key] ?? null, copy)
    if (newest !== copy) return
    this.copies[key] = copy`,
      replace: `    const newest = newerOf(this.copies[key] ?? null, copy)
    if (newest !== copy) return
    this.copies = { x: copy, y: copy, [key]: copy }`,
    },
  ],
}
