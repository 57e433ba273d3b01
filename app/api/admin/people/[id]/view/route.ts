/** POST: begins to see the site as this person does. */
import { askPerson } from '../../../../../_server/authorise/asker.ts'
import { answerWith } from '../../../../../_server/classes/class-route.ts'
import { takeJson } from '../../../../../_server/take-json.ts'
import { ReasonBody, startView } from '../../../../../_server/viewing/viewings.ts'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const asked = await askPerson('person.view-as', id)
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, ReasonBody)
  if (taken.kind === 'refused') return taken.response
  return answerWith(await startView(asked.user, { ...taken.value, userId: id }))
}
