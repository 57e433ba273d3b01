/** Mails about reviews. What is in a review stays on the site: a mail has only the way there. */
import 'server-only'
import { db } from '#db'
import { hasMail } from '../../mail/mailer.ts'
import { answeredMail, reviewedMail } from '../../mail/mails.ts'
import { isSent } from '../../mail/post.ts'

interface Reviewed {
  readonly classId: string
  readonly assignmentId: string
  readonly userId: string
}

/** Tells the learner that there is a review to read. */
export async function tellOfReview({ classId, assignmentId, userId }: Reviewed): Promise<void> {
  const reader = await readerOf(userId)
  if (reader === undefined) return
  const { title } = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })
  const link = linkTo(`/classes/${classId}/work/${assignmentId}/feedback`)
  // Nobody waits for the mail server: `isSent` tells our log when it was in vain.
  void isSent(reviewedMail({ ...reader, title, link }))
}

/** Tells the one side of a conversation that the other said something. */
export async function tellOfAnswer({
  readerId,
  title,
  path,
}: {
  readonly readerId: string
  readonly title: string
  readonly path: string
}): Promise<void> {
  const reader = await readerOf(readerId)
  if (reader !== undefined) void isSent(answeredMail({ ...reader, title, link: linkTo(path) }))
}

/** Undefined for whoever gets no mail: an address that nobody confirmed may be anybody's. */
async function readerOf(userId: string) {
  if (!hasMail()) return undefined
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { name: true, email: true, emailVerified: true },
  })
  return user?.emailVerified === true ? { to: user.email, name: user.name } : undefined
}

function linkTo(path: string): string {
  return new URL(path, process.env.NETSPLIT_URL).href
}
