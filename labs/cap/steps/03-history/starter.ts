import { Judge, type Operation } from 'netsplit/cap-judge'

export class MyJudge extends Judge {
  isPossible(history: readonly Operation[]): boolean {
    // A first try: each read gets what was written last before it began.
    return history.every((read) => {
      if (read.kind === 'write') return true
      const before = history.filter(({ kind, from }) => kind === 'write' && from < read.from)
      return (before.at(-1)?.value ?? null) === read.value
    })
  }
}
