import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H05',
  title: 'Counts its writes anew after a restart',
  breaks: 'no-value-lost',
  patch: [
    {
      find: `    const count = (seen[this.id] ?? 0) + 1
`,
      replace: `    const count = ++this.count
`,
    },
    {
      find: `export class Store extends SiblingNode<Message> {
`,
      replace: `export class Store extends SiblingNode<Message> {
  private count = 0
`,
    },
  ],
}
