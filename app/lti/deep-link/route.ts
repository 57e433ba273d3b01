/** POST: takes what an instructor chose, and sends it to the platform, signed, by their browser. */
import { maySite } from '../../_server/authorise/asker.ts'
import { endArrival, readArrival } from '../../_server/lti/arrivals.ts'
import { answerChoice, itemOf, mayChoose } from '../../_server/lti/choosing.ts'
import { readForm } from '../../_server/lti/form-body.ts'
import { html, htmlPage, refuseInView, troublePage } from '../../_server/lti/html-page.ts'
import { refuseForeign } from '../../_server/take-json.ts'

export async function POST(request: Request): Promise<Response> {
  if (!(await maySite('lti.arrive'))) return refuseInView()
  const foreign = refuseForeign(request)
  if (foreign !== undefined) return foreign
  const form = await readForm(request)
  const token = form?.get('arrival') ?? ''
  const launch = await readArrival(token)
  if (launch?.choosing === undefined || !mayChoose(launch)) return troublePage(403, OVER)
  const item = await itemOf(launch, form?.get('item') ?? '', form?.get('step') ?? '')
  if (item === undefined) return troublePage(404, GONE)
  if (!(await endArrival(token))) return troublePage(403, OVER)
  const answer = await answerChoice(launch, item)
  if (answer === undefined) return troublePage(403, OVER)
  return htmlPage({
    title: 'Back to your platform',
    body: html`<form method="post" action="${launch.choosing.returnUrl}">
<input type="hidden" name="JWT" value="${answer}">
<p>“${item.title}” is linked as soon as your platform has this.</p>
<button>Go back to the platform</button></form>`,
    script: 'document.forms[0].submit()',
    // Platforms send the browser on, and browsers hold this rule against each step.
    formAction: 'https: http://127.0.0.1:* http://localhost:*',
    frameAncestors: '*',
  })
}

const OVER = {
  title: 'This choice is over',
  text: 'It was made already, took longer than half an hour, or is not yours to make. Begin again in your learning platform.',
}
const GONE = {
  title: 'This cannot be linked',
  text: 'It is not there any more, or not in this class. Begin again in your learning platform.',
}
