/** Says every few seconds that this grader lives, and which jobs are its own. */
import { db } from '#db'

const HEARTBEAT_MS = 5_000

export interface GraderIdentity {
  readonly id: string
  /** What graphile-worker writes into the jobs that this process holds. */
  readonly workerIds: readonly string[]
  /** Names of the sandbox layers that are on. */
  readonly layers: readonly string[]
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
  const timer = setInterval(() => {
    beat(identity).catch((error: unknown) => onFault(`no heartbeat: ${String(error)}`))
  }, HEARTBEAT_MS)
  return {
    async stop() {
      clearInterval(timer)
      await db.grader.deleteMany({ where: { id: identity.id } })
    },
  }
}

/** The database's clock counts: graders may run on many machines. */
async function beat({ id, workerIds, layers }: GraderIdentity): Promise<void> {
  await db.$executeRaw`
    insert into "Grader" ("id", "workerIds", "layers", "startedAt", "heartbeatAt")
    values (${id}, ${[...workerIds]}::text[], ${[...layers]}::text[], now(), now())
    on conflict ("id") do update set "heartbeatAt" = now()`
}
