/** What the forms of the welcome page have in common: they are about one kept launch. */
import 'server-only'
import { z } from 'zod'
import { refuse } from '../refuse.ts'
import { readArrival } from './arrivals.ts'
import type { Launch } from './launched.ts'

/** The page writes it into its forms from a cookie, which no other site can set or read. */
export const arrivalRule = z.string().max(100)

export type TakenLaunch =
  | { readonly kind: 'taken'; readonly launch: Launch }
  | { readonly kind: 'refused'; readonly response: Response }

export async function takeArrival(token: string): Promise<TakenLaunch> {
  const launch = await readArrival(token)
  if (launch !== undefined) return { kind: 'taken', launch }
  const error = 'This visit is over. Open the link in your learning platform again.'
  return { kind: 'refused', response: refuse(410, error) }
}

/** Where the visit goes on. */
export function goOn(headers = new Headers()): Response {
  headers.set('cache-control', 'no-store')
  return Response.json({ path: '/lti/arrive' }, { headers })
}
