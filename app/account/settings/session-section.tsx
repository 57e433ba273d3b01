/** Where the reader is signed in. */
import { ActionButton } from '../../_accounts/action-button.tsx'
import { listSessions } from '../../_server/account/sessions.ts'
import { Badge } from '../../_ui/badge.tsx'
import { Section } from './section.tsx'

export async function SessionSection({
  userId,
  presentId,
}: {
  readonly userId: string
  readonly presentId: string
}) {
  const sessions = await listSessions(userId)
  return (
    <Section
      id="sessions"
      title="Where you are signed in"
      lead="If you do not know one of these, end it, and change your password."
    >
      <ul className="max-w-2xl border-line border-t">
        {sessions.map(({ id, device, address, signedInAt, usedAt }) => (
          <li
            key={id}
            className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2"
          >
            <div className="grow">
              <p>
                {device} {id === presentId ? <Badge tone="accent">this one</Badge> : null}
              </p>
              <p className="text-muted text-sm tabular-nums">
                signed in {dayOf(signedInAt)}, last used {dayOf(usedAt)}
                {address === undefined ? '' : `, from ${address}`}
              </p>
            </div>
            {id === presentId ? null : (
              <ActionButton
                method="DELETE"
                path={`/api/account/sessions/${id}`}
                label={`End the session of ${device}, signed in ${dayOf(signedInAt)}`}
                done="Ended."
              >
                End
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {sessions.length < 2 ? null : (
        <div className="mt-4">
          <ActionButton
            method="DELETE"
            path="/api/account/sessions"
            size="medium"
            done="All other sessions are ended."
          >
            End all others
          </ActionButton>
        </div>
      )}
    </Section>
  )
}

function dayOf(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
