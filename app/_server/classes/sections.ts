/** Sections of a class. */
import 'server-only'
import { db } from '#db'
import { recordClassEntry } from '../audit/record.ts'
import type { SessionUser } from '../session.ts'
import { isUuid } from '../uuid.ts'
import { type Change, DONE, refused } from './change.ts'
import { lockClass } from './class-lock.ts'

export interface SectionView {
  readonly id: string
  readonly name: string
}

/** By name. */
export async function listSections(classId: string): Promise<readonly SectionView[]> {
  const rows = await db.section.findMany({
    where: { classId },
    select: { id: true, name: true },
  })
  const by = new Intl.Collator('en', { numeric: true })
  return rows.toSorted((a, b) => by.compare(a.name, b.name))
}

export async function makeSection(
  user: SessionUser,
  classId: string,
  name: string,
): Promise<Change> {
  return db.$transaction(async (transaction) => {
    await lockClass(transaction, classId)
    const same = await transaction.section.findFirst({ where: { classId, name } })
    if (same !== null) return refused(409, `There is a section “${name}” already.`)
    await transaction.section.create({ data: { classId, name } })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'section.made',
      classId,
      after: { name },
    })
    return DONE
  })
}

/** Whoever was in it stays in the class, in no section. */
export async function removeSection(
  user: SessionUser,
  classId: string,
  sectionId: string,
): Promise<Change> {
  if (!(await isSectionOf(classId, sectionId))) return NO_SUCH_SECTION
  await db.$transaction(async (transaction) => {
    const { name } = await transaction.section.delete({ where: { id: sectionId } })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'section.removed',
      classId,
      before: { name },
    })
  })
  return DONE
}

/** True for the id of a section of this very class. */
export async function isSectionOf(classId: string, sectionId: string): Promise<boolean> {
  if (!isUuid(sectionId)) return false
  return (await db.section.count({ where: { id: sectionId, classId } })) > 0
}

export const NO_SUCH_SECTION = refused(
  404,
  'There is no such section in this class: load the page again to see which there are.',
)
