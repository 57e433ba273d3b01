import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R17',
  title: 'Heartbeats of an old term put off the next election',
  breaks: 'elects-despite-stale-leader',
  patch: [
    {
      find: '    const success = term === this.currentTerm\n',
      replace:
        "    const success = term === this.currentTerm\n    if (this.role !== 'leader') this.restartElectionTimer()\n",
    },
  ],
}
