/** What a session knew when it wrote: its write is newer than what it had read of that key. */
import type { Edge } from '../causal/edges.ts'
import type { RegisterHistory } from '../causal/register-history.ts'

/** Collects these ties; told of each operation of one session, in order. */
export class OwnOverwrites {
  readonly #registers: RegisterHistory
  readonly #reads = new Map<number, number[]>()
  readonly edges: Edge[] = []

  constructor(registers: RegisterHistory) {
    this.#registers = registers
  }

  onRead(read: number): void {
    const { key, source, process } = this.#registers
    const write = source[read] as number
    // A value from the reader's own future is for the causal checks to judge.
    const isFuture = write > read && process[write] === process[read]
    if (write < 0 || isFuture) return
    const known = this.#reads.get(key[read] as number)
    if (known === undefined) this.#reads.set(key[read] as number, [read])
    else known.push(read)
  }

  onWrite(write: number): void {
    const { key, source, isPending } = this.#registers
    const reads = this.#reads.get(key[write] as number) ?? []
    for (const read of reads) {
      const from = source[read] as number
      if (from === write) continue
      this.edges.push({ from, to: read, kind: 'reads-from', because: -1 })
      this.edges.push({ from: read, to: write, kind: 'process-order', because: -1 })
    }
    // Later writes of the session come after this one, unless it is pending.
    if (isPending[write] === 0) this.#reads.delete(key[write] as number)
  }
}
