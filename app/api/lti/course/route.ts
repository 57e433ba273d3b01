/** POST: connects the course that one came from with a class, or with a new one. */
import { z } from 'zod'
import { askClass, askSite, maySite } from '../../../_server/authorise/asker.ts'
import { createClass } from '../../../_server/classes/classes.ts'
import { classDetailsRule } from '../../../_server/classes/form-rules.ts'
import { arrivalRule, goOn, takeArrival } from '../../../_server/lti/arrival-route.ts'
import { connectCourse, findClassOf } from '../../../_server/lti/courses.ts'
import { findConnected } from '../../../_server/lti/identity.ts'
import type { Launch } from '../../../_server/lti/launched.ts'
import { mayMakeClass } from '../../../_server/lti/may-make-class.ts'
import { refuse } from '../../../_server/refuse.ts'
import type { SessionUser } from '../../../_server/session.ts'
import { takeJson } from '../../../_server/take-json.ts'

const Body = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect'), arrival: arrivalRule, classId: z.string().max(100) }),
  classDetailsRule.extend({ kind: z.literal('make'), arrival: arrivalRule }),
])

type Wanted = z.infer<typeof Body>

export async function POST(request: Request): Promise<Response> {
  const asked = await askSite('lti.connect')
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  const found = await takeArrival(taken.value.arrival)
  if (found.kind === 'refused') return found.response
  const { launch } = found
  const { user } = asked
  // Another person's visit, in a browser that two share.
  if ((await findConnected(launch)) !== user.id) return refuse(403, NOT_YOURS)
  if (launch.contextId === '' || launch.role !== 'instructor') return refuse(403, NOT_A_TEACHER)
  if ((await findClassOf(launch)) !== undefined) return goOn()
  const classId = await classFor(user, taken.value, launch)
  if (classId instanceof Response) return classId
  const change = await connectCourse(user, launch, classId)
  return change.kind === 'done' ? goOn() : refuse(change.status, change.error)
}

/** The class that is meant, when they may; else the answer that refuses them. */
async function classFor(
  user: SessionUser,
  wanted: Wanted,
  launch: Launch,
): Promise<string | Response> {
  if (wanted.kind === 'connect') {
    const inClass = await askClass('class.change', wanted.classId)
    return inClass.kind === 'allowed' ? wanted.classId : inClass.response
  }
  if (!(await maySite('class.create')) && !(await mayMakeClass(launch))) {
    return refuse(403, NO_CLASSES)
  }
  const { title, term, timeZone } = wanted
  return createClass(user, { title, term, timeZone })
}

const NOT_YOURS =
  'You came from your platform as somebody else than you are signed in as. Open the link there again.'
const NOT_A_TEACHER = 'Your platform does not say that you teach this course. Ask whoever does.'
const NO_CLASSES =
  'Your account may not make classes. Choose one that you teach, or ask an administrator of this site.'
