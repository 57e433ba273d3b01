/** Where an instructor chooses what a link of a course opens (LTI Deep Linking 2.0, 3). */
import 'server-only'
import { type AssignmentView, listAssignments } from '../classes/assignments.ts'
import { readCatalogue } from '../classes/work-catalogue.ts'
import { mayChoose } from './choosing.ts'
import { findClassOf } from './courses.ts'
import { type Html, html, htmlPage, troublePage } from './html-page.ts'
import type { Launch } from './launched.ts'
import { readPlatform } from './platforms.ts'

/** @param token of the kept launch: it is what the form proves itself by, for a frame has no session */
export async function choosingPage(launch: Launch, token: string): Promise<Response> {
  if (!mayChoose(launch)) {
    return troublePage(403, {
      title: 'Links are chosen by those who teach',
      text: 'Your learning platform does not say that you teach this course. Ask whoever does.',
    })
  }
  const classId = await findClassOf(launch)
  const assignments = classId === undefined ? [] : await listAssignments(classId)
  const { labs } = await readCatalogue()
  return htmlPage({
    title: 'What shall the link open?',
    body: html`<form method="post" action="/lti/deep-link">
<input type="hidden" name="arrival" value="${token}">
<fieldset><legend>Of the class</legend>
${option('class', 'The class: all of its work with dates', 'checked')}
${assignments.map((one) => option(`assignment ${one.id}`, nameOf(one), ''))}</fieldset>
${classId === undefined ? NOT_CONNECTED : html``}
<fieldset><legend>Any step of a lab, without a grade</legend>
${option('step', 'The step that is chosen here', '')}
<p><label>Step <select name="step">${labs.map(
      ({ id, title, steps }) =>
        html`<optgroup label="${title}">${steps.map(
          (step) => html`<option value="${id}/${step.id}">${step.title}</option>`,
        )}</optgroup>`,
    )}</select></label></p></fieldset>
<button>Use this</button></form>`,
    frameAncestors: await framersOf(launch),
  })
}

function nameOf({ title, dueAt }: AssignmentView): string {
  return dueAt === undefined ? title : `${title}, due ${dueAt.toISOString().slice(0, 10)}`
}

function option(value: string, text: string, state: 'checked' | ''): Html {
  return html`<label><input type="radio" name="item" value="${value}" ${state}> ${text}</label>`
}

const NOT_CONNECTED = html`<p>This course is not connected to a class yet. Link the class first, and
open that link yourself: it asks which class it is. Then its assignments can be linked here, each
with a grade.</p>`

/** The platform may be framed under another name than it signs with. */
async function framersOf({ platformId, choosing }: Launch): Promise<string> {
  const platform = await readPlatform(platformId)
  const addresses = [platform?.issuer, platform?.authUrl, choosing?.returnUrl]
  const origins = addresses.flatMap((address) =>
    address !== undefined && URL.canParse(address) ? [new URL(address).origin] : [],
  )
  return [...new Set(origins.filter((origin) => origin !== 'null'))].join(' ')
}
