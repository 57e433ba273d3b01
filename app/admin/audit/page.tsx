/** Who changed what about accounts and rights, for administrators. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { AUDITED, isAudited } from '../../_server/audit/audited.ts'
import {
  type AuditView,
  ENTRIES_PER_PAGE,
  listEntries,
  type Party,
} from '../../_server/audit/read.ts'
import { requireSite } from '../../_server/authorise/page-door.ts'
import { AdminPage } from '../_parts/admin-page.tsx'
import { FilterChoice, FilterForm, FilterText } from '../_parts/filter-form.tsx'
import { Pager } from '../_parts/pager.tsx'
import { pageOf, type Query, textOf } from '../_parts/query.ts'
import { Cell, Table, Time } from '../_parts/table.tsx'

export const metadata: Metadata = { title: 'Audit entries' }

interface AuditProps {
  readonly searchParams: Promise<Query>
}

const ACTIONS = [['', 'everything'], ...Object.entries(AUDITED)] as const

export default async function AuditPage({ searchParams }: AuditProps) {
  await requireSite('audit.read')
  const query = await searchParams
  const page = pageOf(query)
  const filters = {
    action: textOf(query, 'action'),
    person: textOf(query, 'person'),
    from: textOf(query, 'from'),
    to: textOf(query, 'to'),
  }
  const action = isAudited(filters.action) ? filters.action : undefined
  const { entries, total } = await listEntries({ ...filters, action, page })
  return (
    <AdminPage
      here="/admin/audit"
      title="Audit entries"
      lead="What was done to accounts and rights, newest first. Each entry was written together with the change, and none can be edited here."
    >
      <FilterForm action="/admin/audit">
        <FilterChoice name="action" label="What" value={filters.action} options={ACTIONS} />
        <FilterText name="person" label="Id of an account" value={filters.person} />
        <FilterText name="from" label="From" type="date" value={filters.from} />
        <FilterText name="to" label="To" type="date" value={filters.to} />
      </FilterForm>
      {entries.length === 0 ? (
        <p className="text-muted">
          Nothing matches. Entries come with each change of a role, a password, an address or a way
          to sign in; choose everything, and no days, to see them all.
        </p>
      ) : (
        <Table label="Audit entries" heads={['When', 'Who', 'Did what', 'To whom', 'From where']}>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </Table>
      )}
      <Pager
        path="/admin/audit"
        filters={filters}
        page={page}
        perPage={ENTRIES_PER_PAGE}
        total={total}
      />
    </AdminPage>
  )
}

function Row({ entry }: { readonly entry: AuditView }) {
  const { at, actor, subject, deed, change, address } = entry
  const isSelf = actor.id !== undefined && actor.id === subject.id
  return (
    <tr className="border-line border-b">
      <Cell isQuiet>
        <Time at={at} />
      </Cell>
      <Cell>
        <PartyLink party={actor} />
      </Cell>
      <Cell>
        {deed}
        {change === '' ? null : <span className="block text-muted">{change}</span>}
      </Cell>
      <Cell>{isSelf ? 'themselves' : <PartyLink party={subject} />}</Cell>
      <Cell isQuiet>{address ?? ''}</Cell>
    </tr>
  )
}

/** Leads to the entries of the same account. */
function PartyLink({ party: { id, name } }: { readonly party: Party }) {
  if (id === undefined) return name
  return (
    <Link
      href={`/admin/audit?person=${encodeURIComponent(id)}`}
      className="text-accent underline underline-offset-4"
    >
      {name}
    </Link>
  )
}
