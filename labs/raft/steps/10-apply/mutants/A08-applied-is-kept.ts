import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A08',
  title: 'Keeps lastApplied on disk, and after a restart goes on from there',
  breaks: 'applies-in-order',
  patch: [
    {
      find: `    this.restartElectionTimer()
  }

  onTimer`,
      replace: `    this.lastApplied = (this.disk.read('applied') as number | undefined) ?? 0
    this.commitIndex = this.lastApplied
    this.restartElectionTimer()
  }

  onTimer`,
    },
    {
      find: `    this.lastApplied++
    const index`,
      replace: `    this.lastApplied++
    this.disk.write('applied', this.lastApplied)
    this.disk.sync()
    const index`,
    },
  ],
}
