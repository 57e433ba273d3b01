import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'K16',
  title: 'Confirms what arrived early, and never looks at it again',
  breaks: 'agreement',
  patch: [
    {
      find: `    let next = this.early.find((operation) => this.isNext(operation))
    while (next !== undefined) {
      this.apply(next)
      next = this.early.find((operation) => this.isNext(operation))
    }`,
      replace: `    const next = this.early.at(-1)
    if (next !== undefined && this.isNext(next)) this.apply(next)`,
    },
    {
      find: `progress: this.progress })
    this.setTimer`,
      replace: `progress: this.arrived() })
    this.setTimer`,
    },
    {
      find: `  private appliedOf(`,
      replace: `  private arrived(): Progress {
    const counts = { ...this.progress }
    for (const { origin, number } of this.early) {
      counts[origin] = Math.max(counts[origin] ?? 0, number)
    }
    return counts
  }

  private appliedOf(`,
    },
  ],
}
