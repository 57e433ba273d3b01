import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L25',
  title: 'Sends from the same place again after a refusal',
  breaks: 'commands-reach-all-logs',
  patch: [
    {
      find: `      this.nextIndex.set(peer, Math.max(1, next - 1))
      this.replicate(peer)`,
      replace: '      // It will ask again with the next heartbeat.',
    },
  ],
}
