import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R61',
  title: 'Keeps the sessions on disk, and not the data that belongs to them',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.restartElectionTimer()
  }

  onTimer`,
      replace: `    this.sessions = new Map((this.disk.read('sessions') as [string, Session][] | undefined) ?? [])
    this.restartElectionTimer()
  }

  onTimer`,
    },
    {
      find: `    this.sessions.set(client, { id, result })
`,
      replace: `    this.sessions.set(client, { id, result })
    this.disk.write('sessions', [...this.sessions])
    this.disk.sync()
`,
    },
  ],
}
