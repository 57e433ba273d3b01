/** The accounts of this site, for administrators. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { listPeople, PEOPLE_PER_PAGE, type Person } from '../../_server/admin/people.ts'
import { requireSite } from '../../_server/authorise/page-door.ts'
import { Badge } from '../../_ui/badge.tsx'
import { AdminPage } from '../_parts/admin-page.tsx'
import { FilterChoice, FilterForm, FilterText } from '../_parts/filter-form.tsx'
import { Pager } from '../_parts/pager.tsx'
import { pageOf, type Query, textOf } from '../_parts/query.ts'
import { Cell, Table, Time } from '../_parts/table.tsx'

export const metadata: Metadata = { title: 'People' }

interface PeopleProps {
  readonly searchParams: Promise<Query>
}

const ROLES = [
  ['', 'every role'],
  ['member', 'member'],
  ['instructor', 'instructor'],
  ['administrator', 'administrator'],
] as const

export default async function PeoplePage({ searchParams }: PeopleProps) {
  await requireSite('people.read')
  const query = await searchParams
  const [q, page] = [textOf(query, 'q'), pageOf(query)]
  const role = ROLES.find(([value]) => value !== '' && value === textOf(query, 'role'))?.[0]
  const { people, total } = await listPeople({
    text: q,
    role: role === '' ? undefined : role,
    page,
  })
  const filters = { q, role: role ?? '' }
  return (
    <AdminPage
      here="/admin/people"
      title="People"
      lead="Everybody with an account. Instructors may make classes; administrators come here."
    >
      <FilterForm action="/admin/people">
        <FilterText name="q" label="Name or e-mail" value={q} />
        <FilterChoice name="role" label="Role" value={role ?? ''} options={ROLES} />
      </FilterForm>
      {people.length === 0 ? (
        <p className="text-muted">
          {q === '' && role === undefined
            ? 'There is nobody on this page.'
            : 'Nobody matches. Try a part of the name, or of the address, and every role.'}
        </p>
      ) : (
        <Table label="People" heads={['Name', 'E-mail', 'Role', 'Since']}>
          {people.map((person) => (
            <Row key={person.id} person={person} />
          ))}
        </Table>
      )}
      <Pager
        path="/admin/people"
        filters={filters}
        page={page}
        perPage={PEOPLE_PER_PAGE}
        total={total}
      />
    </AdminPage>
  )
}

function Row({ person }: { readonly person: Person }) {
  const { id, name, email, isConfirmed, role, disabledAt, createdAt } = person
  return (
    <tr className="border-line border-b">
      <Cell>
        <Link href={`/admin/people/${id}`} className="text-accent underline underline-offset-4">
          {name}
        </Link>{' '}
        {disabledAt === undefined ? null : <Badge tone="fault">disabled</Badge>}
      </Cell>
      <Cell>
        {email} {isConfirmed ? null : <Badge>not verified</Badge>}
      </Cell>
      <Cell>{role}</Cell>
      <Cell isQuiet>
        <Time at={createdAt} />
      </Cell>
    </tr>
  )
}
