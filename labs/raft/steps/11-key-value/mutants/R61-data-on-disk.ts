import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R61',
  title: 'Keeps the data on disk, and applies the log to it again after a restart',
  breaks: 'appends-once',
  patch: [
    {
      find: `    this.restartElectionTimer()
  }

  onTimer`,
      replace: `    this.data = new Map((this.disk.read('data') as [string, string][] | undefined) ?? [])
    this.restartElectionTimer()
  }

  onTimer`,
    },
    {
      find: `    this.deliver({ index, command: entry.command })
`,
      replace: `    this.disk.write('data', [...this.data])
    this.disk.sync()
    this.deliver({ index, command: entry.command })
`,
    },
  ],
}
