/**
 * Reviews by hand in the demo class, so that their pages can be seen alive: a rubric for the week
 * of elections, two thirds of the learners reviewed, some of them in drafts. Where the code has
 * what a comment is about, it stands under that line.
 */
import type { Rubric } from '#app/_classes/reviews/rubric.ts'
import { db } from '#db'
import type { DemoClass } from './demo-class.ts'
import type { DemoLearner } from './demo-plan.ts'

const REVIEWED = { labId: 'raft', stepId: '03-election' } as const

export const DEMO_RUBRIC: Rubric = {
  criteria: [
    {
      id: 'names',
      title: 'Names',
      scoring: 'levels',
      points: 0,
      items: [
        { id: 'names-all', title: 'Each says what it is', points: 3 },
        { id: 'names-most', title: 'Most do', points: 2 },
        { id: 'names-few', title: 'Few do', points: 0.5 },
      ],
    },
    {
      id: 'state',
      title: 'State that survives a crash',
      scoring: 'add',
      points: 4,
      items: [
        {
          id: 'state-kept',
          title: 'Term and vote are on disk before an answer goes out',
          points: 3,
        },
        { id: 'state-whole', title: 'A crash cannot keep one without the other', points: 1 },
      ],
    },
    {
      id: 'care',
      title: 'Care',
      scoring: 'subtract',
      points: 3,
      items: [
        { id: 'care-twice', title: 'The same rule stands in two places', points: 1 },
        { id: 'care-dead', title: 'Code that never runs', points: 0.5 },
      ],
    },
  ],
}

/** What a reviewer says where code has this text. */
const DEMO_COMMENTS: readonly { readonly find: string; readonly text: string }[] = [
  {
    find: 'this.majority',
    text: 'Which crash would make this count a vote twice? Say it in a comment here.',
  },
  {
    find: 'disk.sync()',
    text: 'What does a node that restarts know, when it crashes right before this line?',
  },
  {
    find: 'message.term > this.currentTerm',
    text: 'Good: the rule of newer terms stands once, before everything else (`§5.1` of the paper).',
  },
]

/** Makes those that are not there yet; returns how many reviews there are. */
export async function addReviews(
  { id: classId }: DemoClass,
  learners: readonly DemoLearner[],
): Promise<number> {
  const assignment = await db.assignment.findFirst({
    where: { classId, kind: 'step', target: REVIEWED.labId, stepIds: { has: REVIEWED.stepId } },
    select: { id: true, _count: { select: { rubrics: true } } },
  })
  const owner = await db.membership.findFirst({ where: { classId, role: 'owner' } })
  if (assignment === null || owner === null) return 0
  if (assignment._count.rubrics === 0) {
    const criteria = JSON.parse(JSON.stringify(DEMO_RUBRIC.criteria))
    await db.rubric.create({ data: { assignmentId: assignment.id, version: 1, criteria } })
  }
  for (const [at, { id: userId }] of learners.entries()) {
    // Every third waits, so that there is something to do.
    if (at % 3 !== 2) await addReview(assignment.id, { userId, reviewerId: owner.userId, at })
  }
  return db.codeReview.count({ where: { assignmentId: assignment.id } })
}

interface ReviewOfDemo {
  readonly userId: string
  readonly reviewerId: string
  /** The place of the learner in the list. */
  readonly at: number
}

async function addReview(
  assignmentId: string,
  { userId, reviewerId, at }: ReviewOfDemo,
): Promise<void> {
  const submission = await db.submission.findFirst({
    where: { userId, ...REVIEWED },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const where = { assignmentId_userId: { assignmentId, userId } }
  if (submission === null || (await db.codeReview.findUnique({ where })) !== null) return
  const isPublished = at % 6 !== 4
  await db.codeReview.create({
    data: {
      assignmentId,
      userId,
      reviewerId,
      state: isPublished ? 'published' : 'draft',
      publishedAt: isPublished ? new Date() : null,
      chosen: [...chosenAt(at)],
      words: isPublished ? 'Read the comments, and answer where you see it otherwise.' : '',
      comments: {
        create: commentsOn(submission.source).map((comment, index) => ({
          ...comment,
          submissionId: submission.id,
          authorId: reviewerId,
          ...(isPublished && index === 0 && at % 4 === 1
            ? { answers: { create: { authorId: userId, text: 'I will look at it again.' } } }
            : {}),
        })),
      },
    },
  })
}

/** Ids of items for the learner at this place. */
function chosenAt(at: number): readonly string[] {
  const [names, state, care] = DEMO_RUBRIC.criteria.map(({ items }) => items.map(({ id }) => id))
  return [
    ...(names?.slice(at % 3, (at % 3) + 1) ?? []),
    ...(state?.slice(0, (at % 5) % 3) ?? []),
    ...(care?.slice(0, at % 2) ?? []),
  ]
}

/** The comments that this code has a line for. */
export function commentsOn(source: string) {
  const lines = source.split('\n')
  return DEMO_COMMENTS.flatMap(({ find, text }) => {
    const line = lines.findIndex((one) => one.includes(find)) + 1
    return line === 0 ? [] : [{ firstLine: line, lastLine: line, text }]
  })
}
