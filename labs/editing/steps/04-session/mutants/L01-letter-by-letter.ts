import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L01',
  title: 'Sends an id and a neighbour for each letter',
  breaks: 'operations-stay-small',
  patch: [
    {
      find: `    return { type: 'insert', id, after: this.visible()[index - 1]?.id ?? null, text }`,
      replace: `    const after = this.visible()[index - 1]?.id ?? null
    const letters = [...text].map((char, offset) => ({
      char,
      id: { counter: id.counter + offset, node: id.node },
      after: offset === 0 ? after : { counter: id.counter + offset - 1, node: id.node },
    }))
    return { type: 'insert', id, after, text, letters } as Operation`,
    },
  ],
}
