import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q67',
  title: 'Each shop sells from the whole stock, as far as it knows what the others sold',
  breaks: 'never-oversold',
  patch: [
    {
      find: `    this.share = this.firstPart(this.id) + sum(got) - sold - sum(Object.values(given))`,
      replace: `    const others = this.peers.map((peer) => this.bookOf(peer).sold)
    this.share = this.stock - sold - sum(others) + 0 * (sum(got) + sum(Object.values(given)))`,
    },
  ],
}
