import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'X11',
  title: 'Keeps matchIndex from an earlier time as leader',
  breaks: 'commit-has-majority-of-members',
  patch: [
    {
      find: `      this.matchIndex.set(peer, 0)
    }
    this.setTimer('heartbeat', HEARTBEAT_MS)`,
      replace: `    }
    this.setTimer('heartbeat', HEARTBEAT_MS)`,
    },
  ],
}
