import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W15',
  title: 'Keeps on disk what it sold, but not what it gave away',
  breaks: 'shares-add-up',
  patch: [
    {
      find: `    this.disk.write('books', this.books)`,
      replace: `    this.disk.write('books', { [this.id]: { sold: this.bookOf(this.id).sold, given: {} } })`,
    },
  ],
}
