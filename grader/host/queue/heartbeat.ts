/** Says every few seconds that this grader lives, and which submissions it works on. */
import { db } from '#db'

const HEARTBEAT_MS = 2_000

export interface GraderIdentity {
  readonly id: string
  /** What graphile-worker writes into the jobs that this process holds. */
  readonly workerIds: readonly string[]
  /** Names of the sandbox layers that are on. */
  readonly layers: readonly string[]
  /** How many of learners' submissions it grades at the same time; 0 when none. */
  readonly concurrency: number
  /** The submissions that it works on, as they are at each beat. */
  readonly holding: ReadonlySet<string>
}

export interface Heartbeat {
  /** Ends it and forgets the grader. */
  readonly stop: () => Promise<void>
}

/** Starts the heartbeat; the first has beaten when this returns. */
export async function startHeartbeat(
  identity: GraderIdentity,
  onFault: (line: string) => void,
): Promise<Heartbeat> {
  await beat(identity)
  let beating = Promise.resolve()
  let isBeating = false
  const timer = setInterval(() => {
    // One that waits for a database that is away must not be joined by others.
    if (isBeating) return
    isBeating = true
    beating = beat(identity)
      .catch((error: unknown) => onFault(`no heartbeat: ${String(error)}`))
      .finally(() => {
        isBeating = false
      })
  }, HEARTBEAT_MS)
  return {
    async stop() {
      clearInterval(timer)
      await beating
      await db.grader.deleteMany({ where: { id: identity.id } })
    },
  }
}

/** The database's clock counts: graders may run on many machines. */
async function beat(identity: GraderIdentity): Promise<void> {
  const { id, workerIds, layers, concurrency } = identity
  const holding = [...identity.holding]
  await db.$executeRaw`
    insert into "Grader"
      ("id", "workerIds", "layers", "concurrency", "holding", "startedAt", "heartbeatAt")
    values (${id}, ${[...workerIds]}::text[], ${[...layers]}::text[], ${concurrency}::int,
      ${holding}::text[], now(), now())
    on conflict ("id") do update set "heartbeatAt" = now(), "holding" = excluded."holding"`
}
