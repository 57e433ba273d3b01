import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P01',
  title: 'A leader counts its own copy without storing it',
  breaks: 'commit-is-durable',
  patch: [
    {
      find: `    this.log.push({ term: this.currentTerm, command: request.command })
    this.persistLog()
`,
      replace: `    this.log.push({ term: this.currentTerm, command: request.command })
`,
    },
  ],
}
