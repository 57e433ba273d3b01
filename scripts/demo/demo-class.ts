/** The class, the accounts and the assignments of the demo, as rows. Nobody can sign in as them. */
import { db } from '#db'
import { UserError } from '../terminal.ts'
import { DAY_MS, DEMO_SECTIONS, DEMO_WORK, type DemoLearner, WEEK_MS } from './demo-plan.ts'

export interface DemoClass {
  readonly id: string
  /** When its first week began. */
  readonly beganAt: Date
}

const TITLE = 'Distributed systems (demo)'
const ZONE = 'Europe/Vienna'

/** The demo class, made now if there is none; an administrator or instructor owns it. */
export async function demoClass(): Promise<DemoClass> {
  const owner = await db.user.findFirst({
    where: { role: { in: ['administrator', 'instructor'] }, disabledAt: null },
    orderBy: { createdAt: 'asc' },
  })
  if (owner === null) {
    throw new UserError(
      'nobody may own the demo class yet: make the first administrator by the link that ' +
        '`npm start` printed (or `npm run admin -- link`), then run this again.',
    )
  }
  const found = await db.class.findFirst({
    where: { title: TITLE, memberships: { some: { userId: owner.id } } },
  })
  const made = found ?? (await makeClass(owner.id))
  // The last week is open now, and due in two days.
  const weeks = (DEMO_WORK.length - 1) * WEEK_MS
  return { id: made.id, beganAt: new Date(made.createdAt.getTime() - weeks - 5 * DAY_MS) }
}

async function makeClass(ownerId: string) {
  const now = new Date()
  const beganAt = now.getTime() - (DEMO_WORK.length - 1) * WEEK_MS - 5 * DAY_MS
  const after = (ms: number) => new Date(beganAt + ms)
  return db.class.create({
    data: {
      title: TITLE,
      term: 'This term',
      timeZone: ZONE,
      createdAt: now,
      sections: { create: DEMO_SECTIONS.map((name) => ({ name })) },
      memberships: { create: { userId: ownerId, role: 'owner' } },
      announcements: {
        create: {
          title: 'The demo class',
          text: 'Its learners are made up. What they handed in is code of the labs, right and wrong; a grader judged each program, and whoever handed in the same one got the same verdict.',
        },
      },
      assignments: {
        create: DEMO_WORK.flatMap(({ title, labId, stepIds, lesson }, week) => {
          const dates = { opensAt: after(week * WEEK_MS), dueAt: after((week + 1) * WEEK_MS) }
          const read = { title: `${title}, reading`, kind: 'lesson' as const, target: lesson }
          const solve = { title, kind: 'step' as const, target: labId, stepIds: [...stepIds] }
          const lateUntil = after((week + 1) * WEEK_MS + 3 * DAY_MS)
          return [
            { ...read, ...dates },
            { ...solve, ...dates, lateUntil, latePercentDay: 20 },
          ]
        }),
      },
    },
  })
}

/** Makes those of these learners who are not there yet, and what they read. */
export async function addLearners(
  { id: classId, beganAt }: DemoClass,
  learners: readonly DemoLearner[],
): Promise<void> {
  const sections = await db.section.findMany({ where: { classId } })
  await db.user.createMany({
    data: learners.map(({ id, name }) => ({
      id,
      name,
      email: `${id}@demo.invalid`,
      emailVerified: false,
      createdAt: beganAt,
    })),
    skipDuplicates: true,
  })
  await db.membership.createMany({
    data: learners.map(({ id, section }) => ({
      classId,
      userId: id,
      role: 'learner' as const,
      sectionId: sections.find(({ name }) => name === section)?.id ?? null,
      joinedAt: beganAt,
    })),
    skipDuplicates: true,
  })
  const now = Date.now()
  await db.lessonProgress.createMany({
    data: learners.flatMap(({ id, lessons }) =>
      lessons.flatMap(({ slug, atMs }) => {
        const at = new Date(beganAt.getTime() + atMs)
        const row = { userId: id, slug, openedAt: at, touchedAt: at, readAt: at }
        return at.getTime() > now ? [] : [{ ...row, place: '', figures: [], answers: {} }]
      }),
    ),
    skipDuplicates: true,
  })
}

/** Removes the demo class and everybody in it who was made up. */
export async function removeDemo(): Promise<number> {
  await db.class.deleteMany({ where: { title: TITLE } })
  const { count } = await db.user.deleteMany({ where: { email: { endsWith: '@demo.invalid' } } })
  return count
}
