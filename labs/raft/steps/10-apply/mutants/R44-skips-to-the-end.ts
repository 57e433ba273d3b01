import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R44',
  title: 'Applies one entry and takes all up to commitIndex for applied',
  breaks: 'applies-in-order',
  patch: [
    {
      find: '    while (this.lastApplied < this.commitIndex) this.applyNext()',
      replace: `    if (this.lastApplied < this.commitIndex) this.applyNext()
    this.lastApplied = this.commitIndex`,
    },
  ],
}
