/**
 * Where somebody whom a platform sent goes on, with what this browser has of us: signs them in,
 * lets them into the class, and leads to what the link is for. Who has no account yet, or whose
 * course has no class, is asked first (app/lti/welcome).
 */
import { maySite } from '../../_server/authorise/asker.ts'
import { endArrival, readArrival } from '../../_server/lti/arrivals.ts'
import { noArrivalCookie, readArrivalCookie } from '../../_server/lti/cookies.ts'
import { type Entry, enterByCourse } from '../../_server/lti/courses.ts'
import { destinationOf } from '../../_server/lti/destination.ts'
import { refuseInView, troublePage } from '../../_server/lti/html-page.ts'
import { findConnected } from '../../_server/lti/identity.ts'
import { signInAs } from '../../_server/lti/sign-in.ts'
import { onSite } from '../../_server/lti/tool-urls.ts'
import { addressOf } from '../../_server/request-address.ts'
import { readUser } from '../../_server/session.ts'

export async function GET(request: Request): Promise<Response> {
  if (!(await maySite('lti.arrive'))) return refuseInView()
  const token = readArrivalCookie(request.headers) ?? ''
  const launch = await readArrival(token)
  if (launch === undefined) return troublePage(410, OVER)
  const userId = await findConnected(launch)
  if (userId === undefined) return to('/lti/welcome')
  const headers = new Headers()
  if ((await readUser())?.id !== userId) {
    const signedIn = await signInAs(userId, request.headers)
    if (signedIn.kind === 'refused') return troublePage(403, DISABLED)
    for (const cookie of signedIn.cookies) headers.append('set-cookie', cookie)
  }
  if (launch.contextId === '') return leave(token, '/classes', headers)
  const address = addressOf(request.headers)
  const entry = await enterByCourse({ id: userId, address }, launch)
  if (entry.kind === 'refused') {
    return entry.why === 'no-course'
      ? to('/lti/welcome', headers)
      : troublePage(403, REFUSALS[entry.why])
  }
  return leave(token, await destinationOf(launch, entry.classId, userId, new Date()), headers)
}

async function leave(token: string, path: string, headers: Headers): Promise<Response> {
  await endArrival(token)
  headers.append('set-cookie', noArrivalCookie())
  return to(path, headers)
}

function to(path: string, headers = new Headers()): Response {
  headers.set('location', onSite(path))
  headers.set('cache-control', 'no-store')
  return new Response(null, { status: 303, headers })
}

const OVER = {
  title: 'Come from your platform again',
  text: 'This visit is over, or took longer than half an hour. Open the link in your learning platform again.',
}
const DISABLED = {
  title: 'This account is disabled',
  text: 'An administrator of this site has disabled the account that you connected. Ask them.',
}

const REFUSALS: Readonly<
  Record<
    Exclude<Extract<Entry, { kind: 'refused' }>['why'], 'no-course'>,
    { readonly title: string; readonly text: string }
  >
> = {
  'no-role': {
    title: 'You are not in this course',
    text: 'Your learning platform does not say that you learn or teach in it. Ask whoever teaches it.',
  },
  'taken-off': {
    title: 'You were taken off this class',
    text: 'Its staff can let you in again: ask them.',
  },
  archived: {
    title: 'This class is over',
    text: 'It is archived, and nobody joins it any more. Ask whoever teaches the course.',
  },
}
