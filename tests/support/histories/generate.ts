/**
 * Makes histories by running clients against an object that answers in one moment: all of
 * them are linearizable. `mutateOutputs` makes others of them, which may not be.
 */
import type { History, Json, Operation, Prng } from '#core'
import type { Workload } from './workload.ts'

export interface HistoryOptions {
  readonly workload: Workload
  readonly operations: number
  readonly processes: number
  readonly keys: number
  /** How many in a thousand operations end as `info`, and as `fail`. */
  readonly infoPermille: number
  readonly failPermille: number
  /** True lets calls and returns of different processes fall on one number. */
  readonly ties: boolean
}

type Draft = { -readonly [K in keyof Operation]: Operation[K] }

/** One process: what it waits for, and whether that has happened. */
interface Client {
  readonly process: string
  open: Draft | undefined
  applied: boolean
  returnedAt: number
}

/** A linearizable history; equal options and draws give equal histories. */
export function generateHistory(prng: Prng, options: HistoryOptions): History {
  return new Generator(prng, options).run()
}

class Generator {
  readonly #prng: Prng
  readonly #options: HistoryOptions
  readonly #operations: Draft[] = []
  readonly #clients: readonly Client[]
  readonly #states = new Map<string, Json>()
  /** Calls that timed out and may still arrive. */
  readonly #adrift: Draft[] = []
  #now = 0

  constructor(prng: Prng, options: HistoryOptions) {
    this.#prng = prng
    this.#options = options
    this.#clients = Array.from({ length: options.processes }, (_, index) => ({
      process: `c${index + 1}`,
      open: undefined,
      applied: false,
      returnedAt: -1,
    }))
  }

  run(): History {
    const { operations } = this.#options
    while (this.#operations.length < operations || this.#clients.some(({ open }) => open)) {
      const late = this.#prng.chance(100) ? this.#adrift.pop() : undefined
      if (late !== undefined) {
        this.#apply(late)
        // Its client has long stopped listening.
        late.output = null
      } else this.#move(this.#prng.pick(this.#clients))
    }
    return { operations: this.#operations }
  }

  #move(client: Client): void {
    const { open } = client
    if (open === undefined) this.#call(client)
    else if (client.applied) this.#finish(client, open)
    else this.#proceed(client, open)
  }

  #call(client: Client): void {
    const { workload, operations, keys } = this.#options
    if (this.#operations.length === operations) return
    // A process calls after its last return; others may do so at the same number.
    if (!this.#options.ties || this.#prng.chance(500) || client.returnedAt === this.#now) {
      this.#now++
    }
    const id = this.#operations.length
    const { f, input } = workload.request(this.#prng, id)
    const key = keys === 1 ? 'x' : `k${this.#prng.between(1, keys)}`
    client.applied = false
    client.open = {
      id,
      process: client.process,
      f,
      key,
      input,
      output: null,
      call: this.#now,
      return: null,
      outcome: 'info',
    }
    this.#operations.push(client.open)
  }

  #proceed(client: Client, open: Draft): void {
    const { infoPermille, failPermille } = this.#options
    const lot = this.#prng.between(0, 999)
    if (lot < infoPermille) {
      if (this.#prng.chance(500)) this.#adrift.push(open)
      client.open = undefined
    } else if (lot < infoPermille + failPermille || !this.#apply(open)) {
      open.outcome = 'fail'
      this.#close(client, open)
    } else client.applied = true
  }

  #finish(client: Client, open: Draft): void {
    if (this.#prng.chance(this.#options.infoPermille)) {
      open.output = null
      client.open = undefined
      return
    }
    open.outcome = 'ok'
    const { silent } = this.#options.workload
    if (silent.includes(open.f) && this.#prng.chance(500)) open.output = null
    this.#close(client, open)
  }

  #close(client: Client, open: Draft): void {
    if (!this.#options.ties || this.#prng.chance(500)) this.#now++
    open.return = this.#now
    client.returnedAt = this.#now
    client.open = undefined
  }

  /** False when the object cannot answer now. */
  #apply(open: Draft): boolean {
    const { workload } = this.#options
    const state = this.#states.get(open.key) ?? workload.initial
    const answer = workload.apply(state, open, open.process)
    if (answer === undefined) return false
    this.#states.set(open.key, answer.state)
    open.output = answer.output
    return true
  }
}

/** The history with the answers of a few operations replaced by those of others like them. */
export function mutateOutputs(prng: Prng, { operations }: History): History {
  const answered = operations.filter(({ outcome }) => outcome === 'ok')
  const donorsOf = ({ f, output }: Operation) =>
    answered.filter((each) => each.f === f && each.output !== output)
  const victims = answered.filter(
    (each) => typeof each.output === 'boolean' || donorsOf(each).length > 0,
  )
  if (victims.length === 0) return { operations }
  const changed = new Map<number, Json>()
  for (let count = prng.between(1, 3); count > 0; count--) {
    const victim = prng.pick(victims)
    const donors = donorsOf(victim)
    const donor = donors.length === 0 ? victim : prng.pick(donors)
    const flipped = typeof victim.output === 'boolean' && victim.f !== 'acquire'
    changed.set(victim.id, flipped ? !victim.output : donor.output)
  }
  return {
    operations: operations.map((each) => {
      const output = changed.get(each.id)
      return output === undefined ? each : { ...each, output }
    }),
  }
}
