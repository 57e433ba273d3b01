/** DELETE: deletes the account and all that is in it, at once. */
import { headers } from 'next/headers'
import { z } from 'zod'
import { deleteAccount } from '../../_server/account/delete-account.ts'
import { getAuth } from '../../_server/auth.ts'
import { askOwn } from '../../_server/authorise/asker.ts'
import { refuse } from '../../_server/refuse.ts'
import { takeJson } from '../../_server/take-json.ts'

const Body = z.object({ typed: z.string().max(400) })

export async function DELETE(request: Request): Promise<Response> {
  const asked = await askOwn('account.delete')
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  switch (await deleteAccount(asked.user, taken.value.typed)) {
    case 'deleted':
      // Takes the cookie along, which stands for nobody by now.
      await getAuth().api.signOut({ headers: await headers() })
      return new Response(null, { status: 204 })
    case 'mistyped':
      return refuse(400, 'This is not what was to be typed. Nothing was deleted.')
    case 'last-administrator':
      return refuse(409, 'You are the only administrator: make somebody else one first.')
    case 'owns-a-class':
      return refuse(
        409,
        'You are the only owner of a class with other people in it: make somebody else its owner first.',
      )
  }
}
