/** GET: the code of an attempt, as text. Only its owner may know that it exists. */
import { z } from 'zod'
import { readAttemptSource } from '../../../_server/attempts.ts'
import { ownerWho } from '../../../_server/authorise/asker.ts'
import { refuse } from '../../../_server/refuse.ts'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [{ id }, user] = await Promise.all([params, ownerWho('attempt.read')])
  const isId = z.uuid().safeParse(id).success
  const source = user && isId ? await readAttemptSource(id, user.id) : undefined
  if (source === undefined) return refuse(404, 'You have no attempt of this id.')
  return new Response(source, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      // An attempt's code never changes, and only its owner may read it.
      'cache-control': 'private, no-cache',
    },
  })
}
