import { Judge, type Operation } from 'netsplit/cap-judge'

export class MyJudge extends Judge {
  isPossible(history: readonly Operation[]): boolean {
    // What failed did not happen, and a read that told nothing explains nothing.
    const told = history.filter(
      ({ kind, end }) => end === 'ok' || (kind === 'write' && end === 'info'),
    )
    return this.canGoOn(told, null)
  }

  /** Whether the operations that are left can follow when the register holds this value. */
  private canGoOn(left: readonly Operation[], value: string | null): boolean {
    // Writes of which nobody knows need not have happened.
    if (left.every(({ end }) => end === 'info')) return true
    return left.some((next) => {
      // It cannot come next if another one was over before it began.
      if (left.some(({ to }) => to !== null && to < next.from)) return false
      if (next.kind === 'read' && next.value !== value) return false
      const others = left.filter((each) => each !== next)
      return this.canGoOn(others, next.kind === 'write' ? next.value : value)
    })
  }
}
