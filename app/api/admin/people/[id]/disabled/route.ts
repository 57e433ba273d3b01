/** POST: keeps somebody from signing in, or lets them again. */
import { z } from 'zod'
import { disable, enable } from '../../../../../_server/admin/rights.ts'
import { refuseRights } from '../../../../../_server/admin/rights-refusal.ts'
import { askPerson } from '../../../../../_server/authorise/asker.ts'
import { takeJson } from '../../../../../_server/take-json.ts'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

const Body = z.object({ isDisabled: z.boolean() })

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const asked = await askPerson('person.disable', id)
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  const change = await (taken.value.isDisabled ? disable : enable)(asked.user, id)
  return change === 'done' ? new Response(null, { status: 204 }) : refuseRights(change)
}
