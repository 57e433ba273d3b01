import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W04',
  title: 'Hands pieces over first and writes it down afterwards',
  breaks: 'shares-add-up',
  patch: [
    {
      find: `      this.save()
    }
    this.send(shop, { type: 'Book', book: this.bookOf(this.id) })
`,
      replace: `    }
    this.send(shop, { type: 'Book', book: this.bookOf(this.id) })
    this.save()
`,
    },
  ],
}
