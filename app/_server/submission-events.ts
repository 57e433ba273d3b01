/**
 * Tells when a submission may have changed. One connection of this process listens to
 * the database for all readers; what is lost while it reconnects does no harm, because
 * every reader reads the row again then.
 */
import 'server-only'
import { Client } from 'pg'
import { databaseUrl } from '#db'

/** The payload on this channel is the id of the submission that changed. */
const CHANNEL = 'netsplit_submission'
const RECONNECT_MS = 1_000

/** Called with the id that changed, or undefined when any may have. */
export type OnChange = (submissionId: string | undefined) => void

class Listener {
  readonly #readers = new Set<OnChange>()
  #client: Client | undefined

  add(reader: OnChange): void {
    this.#readers.add(reader)
    if (this.#client === undefined) this.#connect()
  }

  remove(reader: OnChange): void {
    this.#readers.delete(reader)
    if (this.#readers.size > 0) return
    const client = this.#client
    this.#client = undefined
    client?.end().catch(ignore)
  }

  #connect(): void {
    const client = new Client({ connectionString: databaseUrl(), keepAlive: true })
    this.#client = client
    client.on('notification', ({ payload }) => this.#tell(payload))
    // Without a handler for `error` a lost connection would end the process.
    client.on('error', ignore)
    client.on('end', () => this.#reconnect(client))
    client
      .connect()
      .then(() => client.query(`listen ${CHANNEL}`))
      .then(() => this.#tell(undefined))
      .catch(() =>
        client
          .end()
          .catch(ignore)
          .then(() => this.#reconnect(client)),
      )
  }

  #reconnect(lost: Client): void {
    if (this.#client !== lost) return
    setTimeout(() => {
      if (this.#client === lost) this.#connect()
    }, RECONNECT_MS)
  }

  #tell(submissionId: string | undefined): void {
    for (const reader of this.#readers) reader(submissionId)
  }
}

function ignore(): void {}

/** On `globalThis`, because a module may be loaded once for each route. */
const shared = globalThis as typeof globalThis & { netsplitListener?: Listener }

/** Calls `reader` for each change until the returned function is called. */
export function onSubmissionChange(reader: OnChange): () => void {
  shared.netsplitListener ??= new Listener()
  const listener = shared.netsplitListener
  listener.add(reader)
  return () => listener.remove(reader)
}
