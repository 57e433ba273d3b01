import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W18',
  title: 'Begins with its first part again after a restart',
  breaks: 'shares-add-up',
  patch: [
    {
      find: `    this.books = (this.disk.read('books') as Record<NodeId, Book> | undefined) ?? {}
`,
      replace: ``,
    },
  ],
}
