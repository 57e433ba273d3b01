import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q08',
  title: 'Counts a late answer for whatever is under way now',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `    const waiting = this.waiting.get(id)
    if (waiting === undefined) return
    waiting.answered`,
      replace: `    const waiting = this.waiting.get(id) ?? [...this.waiting.values()].at(-1)
    if (waiting === undefined) return
    waiting.answered`,
    },
    {
      find: `    this.waiting.delete(id)
    this.cancelTimer(String(id))`,
      replace: `    this.waiting.delete(request.id)
    this.cancelTimer(String(request.id))`,
    },
  ],
}
