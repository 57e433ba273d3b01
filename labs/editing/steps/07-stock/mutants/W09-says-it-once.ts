import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W09',
  title: 'Says only once what it has given, to the one who asked',
  breaks: 'sells-the-last',
  patch: [
    {
      find: `    if (before <= known && spare > 0) {`,
      replace: `    if (spare <= 0) return
    if (before <= known || spare > 0) {`,
    },
    {
      find: `    this.broadcast({ type: 'Book', book: this.bookOf(this.id) })
`,
      replace: ``,
    },
  ],
}
