/**
 * Where the platform's answer arrives (LTI Core 1.3, 5.1.1.3). It is verified, and kept for the
 * pages that follow; who comes to choose a link does so at once.
 */
import { maySite } from '../../_server/authorise/asker.ts'
import { keepArrival } from '../../_server/lti/arrivals.ts'
import { choosingPage } from '../../_server/lti/choosing-page.ts'
import { arrivalCookie, readBrowser } from '../../_server/lti/cookies.ts'
import { readForm } from '../../_server/lti/form-body.ts'
import { refuseInView, troublePage } from '../../_server/lti/html-page.ts'
import { verifyLaunch } from '../../_server/lti/launch.ts'
import { endLogin } from '../../_server/lti/login.ts'
import { onSite } from '../../_server/lti/tool-urls.ts'

const AGAIN = 'Go back to your learning platform, and open the link there again.'

export async function POST(request: Request): Promise<Response> {
  if (!(await maySite('lti.arrive'))) return refuseInView()
  const form = await readForm(request)
  const [idToken, state] = [form?.get('id_token') ?? '', form?.get('state') ?? '']
  const trouble = form?.get('error') ?? ''
  if (trouble !== '') return refused(403, `The platform does not let you in: ${trouble}.`)
  const ended = await endLogin(state, readBrowser(request))
  if (ended.kind === 'refused') return refused(403, WHY[ended.why])
  const verified = await verifyLaunch(idToken, ended.platform, ended.nonce)
  if (verified.kind === 'refused') {
    return refused(403, `What ${ended.platform.name} said cannot be trusted: ${verified.why}.`)
  }
  const { launch } = verified
  const token = await keepArrival(launch)
  if (launch.choosing !== undefined) return choosingPage(launch, token)
  const headers = new Headers({ location: onSite('/lti/arrive'), 'cache-control': 'no-store' })
  headers.append('set-cookie', arrivalCookie(token))
  return new Response(null, { status: 303, headers })
}

const WHY = {
  'unknown-state': 'This sign-in was used already, or took longer than ten minutes.',
  'other-browser':
    'This sign-in was not begun in this browser, or the browser keeps no cookies of this site.',
} as const

function refused(status: number, why: string): Response {
  return troublePage(status, { title: 'You could not be signed in', text: `${why} ${AGAIN}` })
}
