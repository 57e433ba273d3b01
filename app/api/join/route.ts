/** POST: joins the class of a link. */
import { z } from 'zod'
import { askSite } from '../../_server/authorise/asker.ts'
import { type Joining, joinByLink } from '../../_server/classes/join.ts'
import { refuse } from '../../_server/refuse.ts'
import { takeJson } from '../../_server/take-json.ts'

const Body = z.object({ token: z.string().max(100) })

type Why = Extract<Joining, { kind: 'refused' }>['why']

const REFUSALS: Readonly<Record<Why, readonly [status: number, error: string]>> = {
  'no-such-link': [404, 'This link lets nobody in any more: ask whoever sent it for a new one.'],
  'taken-off': [403, 'You were taken off this class. Its staff can let you in again.'],
  archived: [409, 'This class is archived: nobody joins it any more.'],
}

export async function POST(request: Request): Promise<Response> {
  const asked = await askSite('class.join')
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  const joining = await joinByLink(asked.user, taken.value.token, new Date())
  return joining.kind === 'joined'
    ? Response.json({ path: `/classes/${joining.classId}` })
    : refuse(...REFUSALS[joining.why])
}
