/** Reads audit entries, newest first, with the names that the accounts have now. */
import 'server-only'
import { db } from '#db'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { AUDITED, type Audited, isAudited } from './audited.ts'

export const ENTRIES_PER_PAGE = 50

export interface AuditQuery {
  readonly action: Audited | undefined
  /** The id of an account that did it or that it is about; empty for all. */
  readonly person: string
  /** `2026-11-21`; empty for no bound. Both days are included, in UTC. */
  readonly from: string
  readonly to: string
  /** From 1. */
  readonly page: number
}

export interface Party {
  /** Undefined for the operator at the terminal. */
  readonly id: string | undefined
  readonly name: string
}

export interface AuditView {
  readonly id: string
  readonly at: Date
  readonly actor: Party
  readonly subject: Party
  /** In words, in the past tense. */
  readonly deed: string
  /** What was before and after, in words; empty where there is nothing to tell. */
  readonly change: string
  readonly address: string | undefined
}

export interface AuditPage {
  readonly entries: readonly AuditView[]
  readonly total: number
}

/** One page of the entries that match. */
export async function listEntries(query: AuditQuery): Promise<AuditPage> {
  const where = whereOf(query)
  const [rows, total] = await Promise.all([
    db.auditEntry.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (query.page - 1) * ENTRIES_PER_PAGE,
      take: ENTRIES_PER_PAGE,
    }),
    db.auditEntry.count({ where }),
  ])
  const names = await readNames(
    rows.flatMap(({ actorId, subjectId }) => [actorId ?? '', subjectId]),
  )
  const partyOf = (id: string): Party => ({ id, name: names.get(id) ?? 'a deleted account' })
  const entries = rows.map(
    ({ id, at, actorId, subjectKind, subjectId, action, before, after, address }): AuditView => ({
      id,
      at,
      actor: actorId === null ? { id: undefined, name: 'the operator' } : partyOf(actorId),
      subject: subjectKind === 'person' ? partyOf(subjectId) : { id: undefined, name: subjectId },
      deed: isAudited(action) ? AUDITED[action] : action,
      change: wordsOf(before, after),
      address: address ?? undefined,
    }),
  )
  return { entries, total }
}

export interface ClassEntryView extends Pick<AuditView, 'id' | 'at' | 'actor' | 'deed'> {
  /** Whom it is about, where it is about somebody. */
  readonly person: Party | undefined
}

/** The newest entries about a class. */
export async function listClassEntries(classId: string): Promise<readonly ClassEntryView[]> {
  const rows = await db.auditEntry.findMany({
    where: { subjectKind: 'class', subjectId: classId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: ENTRIES_PER_PAGE,
  })
  const personOf = ({ before, after }: (typeof rows)[number]) => {
    const { person } = { ...(before as object), ...(after as object) } as { person?: unknown }
    return typeof person === 'string' ? person : undefined
  }
  const names = await readNames(rows.flatMap((row) => [row.actorId ?? '', personOf(row) ?? '']))
  const partyOf = (id: string): Party => ({ id, name: names.get(id) ?? 'a deleted account' })
  return rows.map((row) => {
    const person = personOf(row)
    return {
      id: row.id,
      at: row.at,
      actor: partyOf(row.actorId ?? ''),
      person: person === undefined ? undefined : partyOf(person),
      deed: isAudited(row.action) ? AUDITED[row.action] : row.action,
    }
  })
}

const MS_PER_DAY = 86_400_000

function whereOf({ action, person, from, to }: AuditQuery): Prisma.AuditEntryWhereInput {
  const [first, last] = [startOf(from), startOf(to)]
  return {
    ...(action === undefined ? {} : { action }),
    ...(person === '' ? {} : { OR: [{ actorId: person }, { subjectId: person }] }),
    at: {
      ...(first === undefined ? {} : { gte: first }),
      ...(last === undefined ? {} : { lt: new Date(last.getTime() + MS_PER_DAY) }),
    },
  }
}

/** Midnight of a day in UTC; undefined for what is no day. */
function startOf(day: string): Date | undefined {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date
}

async function readNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** `role: member → instructor`, as small as it can be. */
function wordsOf(before: unknown, after: unknown): string {
  const [old, present] = [before, after].map(
    (state) => (state ?? {}) as Readonly<Record<string, string | number | boolean | null>>,
  )
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(present ?? {})])
  return [...names]
    .map((name) => {
      const parts = [old?.[name], present?.[name]].filter((value) => value !== undefined)
      return `${name}: ${parts.join(' → ')}`
    })
    .join(', ')
}
