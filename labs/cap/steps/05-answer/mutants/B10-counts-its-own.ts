import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B10',
  title: 'Counts its own writes, and not what it has seen',
  breaks: 'read-your-writes',
  patch: [
    {
      find: '{ count: this.copy.count + 1, node',
      replace: '{ count: ++this.own, node',
    },
    {
      find: `export class Register extends RegisterNode<Message> {
`,
      replace: `export class Register extends RegisterNode<Message> {
  private own = 0
`,
    },
  ],
}
