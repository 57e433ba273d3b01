/** GET: all that is kept of the reader, as a zip file that is made while it is sent. */
import { exportAccount } from '../../../_server/account/export/export-account.ts'
import { askOwn } from '../../../_server/authorise/asker.ts'
import { RateLimit } from '../../../_server/rate-limit.ts'
import { refuse } from '../../../_server/refuse.ts'

/** It reads everything that somebody ever did. */
const takings = new RateLimit({ burst: 5, perMinute: 1 })

export async function GET(): Promise<Response> {
  const asked = await askOwn('account.export')
  if (asked.kind === 'refused') return asked.response
  if (!takings.take(asked.user.id)) {
    return refuse(429, 'You exported your data a moment ago. Wait a minute, then try again.')
  }
  const day = new Date().toISOString().slice(0, 10)
  return new Response(exportAccount(asked.user), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="netsplit-${day}.zip"`,
      'cache-control': 'no-store',
    },
  })
}
