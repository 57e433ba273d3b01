import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y18',
  title: 'Only one of the others is ever told what is here',
  breaks: 'converges-within',
  patch: [
    {
      find: `this.broadcast({ type: 'Have', summary: this.summary(this.state) })`,
      replace: `for (const peer of this.peers.slice(0, 1)) this.send(peer, { type: 'Have', summary: this.summary(this.state) })`,
    },
    {
      find: `if (Object.keys(delta).length > 0) this.send`,
      replace: `if (Object.keys(delta).length > 0 && this.id < from) this.send`,
    },
  ],
}
