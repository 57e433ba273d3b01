import { Judge, type Operation } from 'netsplit/cap-judge'

/** Goes forward in time, with every set of operations done so far and the value that it leaves. */
export class SweepingJudge extends Judge {
  isPossible(history: readonly Operation[]): boolean {
    const relevant = history.filter(
      (operation) =>
        operation.end !== 'fail' && !(operation.kind === 'read' && operation.end === 'info'),
    )
    const moments = relevant.flatMap((operation, index) => [
      { time: operation.from, order: 0, index },
      ...(operation.to === null ? [] : [{ time: operation.to, order: 1, index }]),
    ])
    // At one moment all calls come before all returns: those that touch overlap.
    moments.sort((a, b) => a.time - b.time || a.order - b.order)
    const called = new Set<number>()
    let states = new Map<string, { done: number; value: string | null }>()
    states.set('0 ', { done: 0, value: null })
    for (const { order, index } of moments) {
      if (order === 0) called.add(index)
      states = this.grow(states, called, relevant)
      if (order === 1) {
        for (const [key, { done }] of states) if ((done & (1 << index)) === 0) states.delete(key)
      }
      if (states.size === 0) return false
    }
    return true
  }

  /** Adds everything that may have been done by now. */
  private grow(
    states: ReadonlyMap<string, { done: number; value: string | null }>,
    called: ReadonlySet<number>,
    operations: readonly Operation[],
  ) {
    const all = new Map(states)
    const todo = [...all.values()]
    for (const { done, value } of todo) {
      for (const index of called) {
        const operation = operations[index]
        if (operation === undefined || (done & (1 << index)) !== 0) continue
        if (operation.kind === 'read' && operation.value !== value) continue
        const next = {
          done: done | (1 << index),
          value: operation.kind === 'write' ? operation.value : value,
        }
        const key = `${next.done} ${next.value === null ? '' : `=${next.value}`}`
        if (all.has(key)) continue
        all.set(key, next)
        todo.push(next)
      }
    }
    return all
  }
}
