/** One account, for administrators: its role, its sessions, and whether it may sign in. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ActionButton } from '../../../_accounts/action-button.tsx'
import { StartView } from '../../../_accounts/start-view.tsx'
import { listSessions } from '../../../_server/account/sessions.ts'
import { type Person, readPerson } from '../../../_server/admin/people.ts'
import { requirePerson } from '../../../_server/authorise/page-door.ts'
import { Badge } from '../../../_ui/badge.tsx'
import { AdminPage } from '../../_parts/admin-page.tsx'
import { Time } from '../../_parts/table.tsx'

export const metadata: Metadata = { title: 'Person' }

interface PersonPageProps {
  readonly params: Promise<{ readonly id: string }>
}

export default async function PersonPage({ params }: PersonPageProps) {
  const { id } = await params
  const reader = await requirePerson('person.read', id)
  const person = await readPerson(id)
  if (person === undefined) notFound()
  return (
    <AdminPage here="/admin/people" title={person.name} lead={person.email}>
      <p className="-mt-6 mb-10 flex flex-wrap items-center gap-2 text-sm">
        <Badge tone="accent">{person.role}</Badge>
        <Badge>{person.isConfirmed ? 'address confirmed' : 'address not verified'}</Badge>
        {person.disabledAt === undefined ? null : <Badge tone="fault">disabled</Badge>}
        <span className="text-muted">
          since <Time at={person.createdAt} />
        </span>
        <Link
          href={`/admin/audit?person=${id}`}
          className="text-accent underline underline-offset-4"
        >
          Audit entries
        </Link>
      </p>
      <div className="grid gap-12">
        {reader.id === id ? (
          <p className="text-muted">
            This is you. Another administrator can change your role, or disable your account.
          </p>
        ) : (
          <Rights person={person} />
        )}
        <Sessions person={person} />
        {reader.id !== id && person.role === 'member' ? (
          <StartView path={`/api/admin/people/${id}/view`} place="the site" />
        ) : null}
      </div>
    </AdminPage>
  )
}

const ROLES = [
  { role: 'member', text: 'Make a member', effect: 'They may no longer make classes.' },
  { role: 'instructor', text: 'Make an instructor', effect: 'They may make classes.' },
  {
    role: 'administrator',
    text: 'Make an administrator',
    effect: 'They see and change all accounts, as you do.',
  },
] as const

function Rights({ person: { id, name, role, disabledAt } }: { readonly person: Person }) {
  const isDisabled = disabledAt !== undefined
  return (
    <section aria-labelledby="rights">
      <h2 id="rights" className="mb-4 font-semibold text-xl tracking-tight">
        Rights
      </h2>
      <div className="flex flex-wrap gap-3">
        {ROLES.filter((one) => one.role !== role).map((one) => (
          <ActionButton
            key={one.role}
            method="POST"
            path={`/api/admin/people/${id}/role`}
            body={{ role: one.role }}
            size="medium"
            done={`${name} is now: ${one.role}.`}
            question={{ title: `${one.text}?`, text: `${name}: ${one.effect}` }}
          >
            {one.text}
          </ActionButton>
        ))}
        <ActionButton
          key={isDisabled ? 'enable' : 'disable'}
          method="POST"
          path={`/api/admin/people/${id}/disabled`}
          body={{ isDisabled: !isDisabled }}
          size="medium"
          done={isDisabled ? 'They can sign in again.' : 'The account is disabled.'}
          question={
            isDisabled
              ? { title: 'Let them sign in again?', text: `${name} finds everything as it was.` }
              : {
                  title: 'Disable this account?',
                  text: `${name} is signed out everywhere, and cannot sign in. The work stays.`,
                }
          }
        >
          {isDisabled ? 'Let them sign in again' : 'Disable the account'}
        </ActionButton>
      </div>
    </section>
  )
}

async function Sessions({ person: { id } }: { readonly person: Person }) {
  const sessions = await listSessions(id)
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="mb-3 font-semibold text-xl tracking-tight">
        Sessions
      </h2>
      {sessions.length === 0 ? (
        <p className="text-muted">They are signed in nowhere.</p>
      ) : (
        <>
          <ul className="mb-4 max-w-2xl border-line border-t">
            {sessions.map(({ id: sessionId, device, address, signedInAt }) => (
              <li key={sessionId} className="border-line border-b py-2">
                {device}
                <span className="text-muted text-sm tabular-nums">
                  {' '}
                  signed in <Time at={signedInAt} />
                  {address === undefined ? '' : `, from ${address}`}
                </span>
              </li>
            ))}
          </ul>
          <ActionButton
            method="DELETE"
            path={`/api/admin/people/${id}/sessions`}
            size="medium"
            done="They are signed out everywhere."
          >
            End all sessions
          </ActionButton>
        </>
      )}
    </section>
  )
}
