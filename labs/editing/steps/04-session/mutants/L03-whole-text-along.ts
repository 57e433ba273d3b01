import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L03',
  title: 'Sends the text as it was along with each operation',
  breaks: 'operations-stay-small',
  patch: [
    {
      find: `    return { type: 'insert', id, after: this.visible()[index - 1]?.id ?? null, text }`,
      replace: `    const before = this.text
    return { type: 'insert', id, after: this.visible()[index - 1]?.id ?? null, text, before } as Operation`,
    },
  ],
}
