import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R88',
  title: 'Answers reads although what is committed is not applied yet',
  breaks: 'linearizable',
  patch: [
    {
      find: `    while (this.lastApplied < this.commitIndex) this.applyNext()
    this.answerReads()`,
      replace: `    if (this.lastApplied < this.commitIndex) this.setTimer('apply', 30)`,
    },
    {
      find: `    if (name === 'transfer') this.successor = undefined
`,
      replace: `    if (name === 'transfer') this.successor = undefined
    if (name === 'apply') while (this.lastApplied < this.commitIndex) this.applyNext()
`,
    },
    {
      find: `      if (this.lastApplied >= index && this.isMajority(new Set(holders)))
`,
      replace: `      if (index >= 0 && this.isMajority(new Set(holders)))
`,
    },
  ],
}
