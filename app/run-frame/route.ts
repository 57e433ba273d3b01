/**
 * The page of the frame in which a learner's code runs. Its policy gives it an origin of
 * its own and no network: code that somebody else wrote cannot act as the reader.
 */
import { maySite } from '../_server/authorise/asker.ts'
import { refuse } from '../_server/refuse.ts'

const POLICY = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  'worker-src blob:',
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** The parent passes the worker's text and two ports: one for the worker, one for its errors. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Runs your code</title><script>
onmessage = (event) => {
  if (event.source !== parent) return
  onmessage = null
  const [run, status] = event.ports
  const url = URL.createObjectURL(new Blob([event.data], { type: 'text/javascript' }))
  const worker = new Worker(url)
  worker.onerror = (error) => status.postMessage({ kind: 'broke-down', why: error.message || 'the worker did not start' })
  worker.postMessage('start', [run])
}
</script>`

export async function GET(): Promise<Response> {
  if (!(await maySite('run.start'))) return refuse(403, 'You may not run code here.')
  return new Response(PAGE, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'public, max-age=300',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}
