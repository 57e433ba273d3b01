/** What the routes of a class have in common: who may, from where, and what the answer is. */
import 'server-only'
import type { z } from 'zod'
import type { ClassAction } from '../authorise/actions.ts'
import { type AskedInClass, askClass } from '../authorise/asker.ts'
import { refuse } from '../refuse.ts'
import { refuseForeign, takeJson } from '../take-json.ts'
import type { Change } from './change.ts'

type Params = Readonly<Record<string, string>>

interface RouteContext {
  readonly params: Promise<Params>
}

export interface ClassCall<Value> extends Pick<Allowed, 'user' | 'role' | 'may'> {
  readonly classId: string
  /** A part of the address, by its name in it. */
  readonly part: (name: string) => string
  readonly value: Value
}

type Allowed = Extract<AskedInClass, { kind: 'allowed' }>
type Handler = (request: Request, context: RouteContext) => Promise<Response>

/** A route below `/api/classes/[class]` that takes a form as JSON. */
export function classRoute<Value>(
  action: ClassAction,
  schema: z.ZodType<Value>,
  act: (call: ClassCall<Value>) => Promise<Change>,
  /** For forms that are longer than others. */
  { bytesMax }: { readonly bytesMax?: number } = {},
): Handler {
  return async (request, context) => {
    const { asked, ...call } = await ask(action, context)
    if (asked.kind === 'refused') return asked.response
    const taken = await takeJson(request, schema, bytesMax)
    if (taken.kind === 'refused') return taken.response
    return answerWith(await act({ ...asked, ...call, value: taken.value }))
  }
}

/** The same for a route that takes nothing beside its address. */
export function bareClassRoute(
  action: ClassAction,
  act: (call: Omit<ClassCall<never>, 'value'>) => Promise<Change>,
): Handler {
  return async (request, context) => {
    const { asked, ...call } = await ask(action, context)
    if (asked.kind === 'refused') return asked.response
    return refuseForeign(request) ?? answerWith(await act({ ...asked, ...call }))
  }
}

async function ask(action: ClassAction, { params }: RouteContext) {
  const known = await params
  const part = (name: string) => known[name] ?? ''
  const classId = part('class')
  return { asked: await askClass(action, classId), classId, part }
}

/** The answer of a route, for what came of a change. */
export function answerWith(change: Change): Response {
  if (change.kind === 'refused') return refuse(change.status, change.error)
  if (change.value === undefined) return new Response(null, { status: 204 })
  return Response.json(change.value, { headers: { 'cache-control': 'no-store' } })
}
