import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W16',
  title: 'Goes on to set pieces aside for customers whom it has refused',
  breaks: 'sells-the-last',
  patch: [
    {
      find: `    this.waiting = this.waiting.filter((request) => !late.includes(request))
`,
      replace: ``,
    },
  ],
}
