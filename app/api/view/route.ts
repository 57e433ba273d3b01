/** DELETE: ends the view of the site as somebody else sees it. */
import { askSite } from '../../_server/authorise/asker.ts'
import { answerWith } from '../../_server/classes/class-route.ts'
import { refuseForeign } from '../../_server/take-json.ts'
import { endView } from '../../_server/viewing/viewings.ts'

export async function DELETE(request: Request): Promise<Response> {
  const asked = await askSite('view.end')
  if (asked.kind === 'refused') return asked.response
  return refuseForeign(request) ?? answerWith(await endView(asked.user))
}
