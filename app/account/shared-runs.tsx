/** The part of the account page about runs that were shared with code; nothing without any. */
import { listSharedRuns } from '../_server/shared-runs.ts'
import { pathOfSnapshot } from '../labs/_workspace/share/snapshot.ts'
import { SharedRunTable } from './shared-run-table.tsx'

export async function SharedRuns({ userId }: { readonly userId: string }) {
  const runs = await listSharedRuns(userId)
  if (runs.length === 0) return null
  return (
    <section aria-labelledby="shared-runs" className="mt-14">
      <h2 id="shared-runs" className="font-semibold text-xl tracking-tight">
        Runs that you shared with your code
      </h2>
      <SharedRunTable
        runs={runs.map(({ id, title, seed, createdAt, expiresAt, ...place }) => ({
          id,
          title,
          seed,
          href: pathOfSnapshot(place, id),
          madeOn: createdAt.toISOString().slice(0, 10),
          expiresOn: expiresAt.toISOString().slice(0, 10),
        }))}
      />
    </section>
  )
}
