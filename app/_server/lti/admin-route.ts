/** What the administrators' routes of platforms have in common. */
import 'server-only'
import type { z } from 'zod'
import { askSite } from '../authorise/asker.ts'
import type { Change } from '../classes/change.ts'
import { refuse } from '../refuse.ts'
import type { SessionUser } from '../session.ts'
import { takeJson } from '../take-json.ts'

interface PlatformParams {
  readonly platform: string
}

export interface PlatformContext {
  readonly params: Promise<PlatformParams>
}

interface Call<Value> {
  readonly user: SessionUser
  /** The platform's id; empty where the address has none. */
  readonly id: string
  readonly value: Value
}

/** A route that takes a form as JSON. */
export function adminRoute<Value>(
  schema: z.ZodType<Value>,
  act: (call: Call<Value>) => Promise<Change>,
) {
  return async (request: Request, { params }: PlatformContext): Promise<Response> => {
    const asked = await askSite('lti.manage')
    if (asked.kind === 'refused') return asked.response
    const taken = await takeJson(request, schema)
    if (taken.kind === 'refused') return taken.response
    // Next gives none to an address that has no part to fill in.
    const found = (await params) as PlatformParams | undefined
    const id = found?.platform ?? ''
    const change = await act({ user: asked.user, id, value: taken.value })
    if (change.kind === 'refused') return refuse(change.status, change.error)
    return new Response(null, { status: 204 })
  }
}
