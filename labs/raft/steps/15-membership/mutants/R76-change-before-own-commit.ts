import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R76',
  title: 'Begins a change before an entry of its own term is committed',
  breaks: 'changes-after-own-commit',
  patch: [
    {
      find: `    if (this.termAt(this.commitIndex) !== this.currentTerm) return 'this term has not committed yet'
`,
      replace: '',
    },
  ],
}
