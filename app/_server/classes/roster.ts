/** The roster of a class: whom staff expect, and who of them has come. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../../prisma/line.ts'
import { hashOfToken, newToken } from '../../../prisma/link-token.ts'
import { type ParsedRoster, parseRoster } from '../../_classes/roster/parse-roster.ts'
import { type PlannedLine, planRoster, type RosterPlan } from '../../_classes/roster/plan-roster.ts'
import { recordClassEntry } from '../audit/record.ts'
import type { SessionUser } from '../session.ts'
import { isUuid } from '../uuid.ts'
import { type Change, DONE, refused } from './change.ts'
import { lockClass } from './class-lock.ts'
import { joinByAddress } from './join.ts'

export interface RosterEntryView {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly sectionId: string | undefined
  readonly hasLink: boolean
}

/** Those who have not come yet, by name. */
export async function listExpected(classId: string): Promise<readonly RosterEntryView[]> {
  const rows = await db.rosterEntry.findMany({
    where: { classId, userId: null },
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
  })
  return rows.map(({ id, email, name, sectionId, claimTokenHash }) => ({
    id,
    email,
    name,
    sectionId: sectionId ?? undefined,
    hasLink: claimTokenHash !== null,
  }))
}

/** What an import of this text would do, and which of its lines are wrong. */
export interface RosterPreview extends RosterPlan {
  readonly problems: ParsedRoster['problems']
}

export async function previewRoster(classId: string, text: string): Promise<RosterPreview> {
  return preview(db, classId, text)
}

async function preview(
  transaction: Pick<Transaction, 'rosterEntry' | 'section'>,
  classId: string,
  text: string,
): Promise<RosterPreview> {
  const { lines, problems } = parseRoster(text)
  const known = await transaction.rosterEntry.findMany({
    where: { classId, email: { in: lines.map(({ email }) => email) } },
    select: { email: true, name: true, section: { select: { name: true } } },
  })
  const sections = await transaction.section.findMany({ where: { classId } })
  const plan = planRoster({
    lines,
    known: known.map(({ section, ...entry }) => ({ ...entry, section: section?.name ?? '' })),
    sections: sections.map(({ name }) => name),
  })
  return { ...plan, problems }
}

const IMPORT_MS_MAX = 60_000

/**
 * Imports the lines that are right; those that are wrong are left out, as the preview said.
 * Learners whose accounts have a confirmed address are in the class at once.
 */
export async function importRoster(
  user: SessionUser,
  classId: string,
  text: string,
): Promise<Change> {
  return db.$transaction(
    async (transaction) => {
      await lockClass(transaction, classId)
      const { lines, newSections, problems } = await preview(transaction, classId, text)
      if (lines.length === 0)
        return refused(400, 'No line can be imported: see what is wrong with each.')
      await transaction.section.createMany({
        data: newSections.map((name) => ({ classId, name })),
      })
      const written = lines.filter(({ effect }) => effect !== 'same')
      await writeLines(transaction, classId, written)
      await letInKnown(transaction, user, classId)
      const added = written.filter(({ effect }) => effect === 'new').length
      const counts = { added, changed: written.length - added, refused: problems.length }
      await recordClassEntry(transaction, {
        doer: user,
        action: 'roster.imported',
        classId,
        after: counts,
      })
      return { kind: 'done', value: counts }
    },
    { timeout: IMPORT_MS_MAX },
  )
}

async function writeLines(
  transaction: Transaction,
  classId: string,
  lines: readonly PlannedLine[],
): Promise<void> {
  const column = (name: 'email' | 'name' | 'section') => lines.map((line) => line[name])
  await transaction.$executeRaw`
    insert into "RosterEntry" (id, "classId", email, name, "sectionId")
    select gen_random_uuid(), ${classId}::uuid, line.email, line.name, section.id
    from unnest(${column('email')}::text[], ${column('name')}::text[], ${column('section')}::text[])
      as line (email, name, section)
    left join "Section" section
      on section."classId" = ${classId}::uuid and section.name = line.section
    on conflict ("classId", email) do update set
      name = excluded.name,
      "sectionId" = coalesce(excluded."sectionId", "RosterEntry"."sectionId")`
  await transaction.$executeRaw`
    update "Membership" member set "sectionId" = entry."sectionId"
    from "RosterEntry" entry
    where entry."classId" = ${classId}::uuid and member."classId" = ${classId}::uuid
      and member."userId" = entry."userId" and entry."sectionId" is not null
      and entry.email = any(${column('email')})`
}

/** Those among the expected who have an account with a confirmed address. */
async function letInKnown(
  transaction: Transaction,
  { address }: SessionUser,
  classId: string,
): Promise<void> {
  const known = await transaction.$queryRaw<{ id: string; email: string }[]>`
    select "User".id, "User".email from "RosterEntry" entry
    join "User" on lower("User".email) = entry.email and "User"."emailVerified"
    where entry."classId" = ${classId}::uuid and entry."userId" is null`
  for (const { id, email } of known) {
    await joinByAddress(transaction, { doer: { id, address }, email })
  }
}

/** Makes a link for one line, in place of an earlier one: for sites that cannot confirm addresses. */
export async function makeClaimLink(
  user: SessionUser,
  classId: string,
  entryId: string,
): Promise<Change> {
  const token = newToken()
  return db.$transaction(async (transaction) => {
    const { count } = isUuid(entryId)
      ? await transaction.rosterEntry.updateMany({
          where: { id: entryId, classId, userId: null },
          data: { claimTokenHash: hashOfToken(token) ?? null },
        })
      : { count: 0 }
    if (count === 0) return NO_SUCH_LINE
    await recordClassEntry(transaction, { doer: user, action: 'roster.link-made', classId })
    return { kind: 'done', value: { path: `/join/${token}` } }
  })
}

/** Whoever has come stays: they are taken off as members. */
export async function removeEntry(
  user: SessionUser,
  classId: string,
  entryId: string,
): Promise<Change> {
  return db.$transaction(async (transaction) => {
    const { count } = isUuid(entryId)
      ? await transaction.rosterEntry.deleteMany({ where: { id: entryId, classId, userId: null } })
      : { count: 0 }
    if (count === 0) return NO_SUCH_LINE
    await recordClassEntry(transaction, { doer: user, action: 'roster.line-removed', classId })
    return DONE
  })
}

const NO_SUCH_LINE = refused(
  404,
  'This line is not on the roster any more, or its learner has come: load the page again.',
)
