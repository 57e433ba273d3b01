/** Accounts, as administrators see them. Guests have none. */
import 'server-only'
import { db } from '#db'
import type { Prisma } from '../../../prisma/generated/client.ts'
import type { AccountRole } from '../authorise/roles.ts'

export const PEOPLE_PER_PAGE = 50

export interface PeopleQuery {
  /** Part of a name or of an address; empty for everybody. */
  readonly text: string
  readonly role: AccountRole | undefined
  /** From 1. */
  readonly page: number
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isConfirmed: boolean
  readonly role: AccountRole
  readonly disabledAt: Date | undefined
  readonly createdAt: Date
}

export interface PeoplePage {
  readonly people: readonly Person[]
  readonly total: number
}

/** One page of those who match, by name. */
export async function listPeople({ text, role, page }: PeopleQuery): Promise<PeoplePage> {
  const contains = { contains: text.replaceAll(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const
  const where: Prisma.UserWhereInput = {
    isAnonymous: { not: true },
    ...(text === '' ? {} : { OR: [{ name: contains }, { email: contains }] }),
    ...(role === undefined ? {} : { role }),
  }
  const [rows, total] = await Promise.all([
    db.user.findMany({
      where,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * PEOPLE_PER_PAGE,
      take: PEOPLE_PER_PAGE,
    }),
    db.user.count({ where }),
  ])
  return { people: rows.map(toPerson), total }
}

/** One account; undefined when there is none of this id. */
export async function readPerson(id: string): Promise<Person | undefined> {
  const row = await db.user.findUnique({ where: { id } })
  return row === null || row.isAnonymous === true ? undefined : toPerson(row)
}

interface UserRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
  readonly role: AccountRole
  readonly disabledAt: Date | null
  readonly createdAt: Date
}

function toPerson({
  id,
  name,
  email,
  emailVerified,
  role,
  disabledAt,
  createdAt,
}: UserRow): Person {
  return {
    id,
    name,
    email,
    isConfirmed: emailVerified,
    role,
    disabledAt: disabledAt ?? undefined,
    createdAt,
  }
}
