import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H14',
  title: 'Sends its state to one other node only',
  breaks: 'converges-within',
  patch: [
    {
      find: `    this.broadcast({ type: 'State', state: this.state })
    this.setTimer`,
      replace: `    if (this.peers[0] !== undefined) this.send(this.peers[0], { type: 'State', state: this.state })
    this.setTimer`,
    },
  ],
}
