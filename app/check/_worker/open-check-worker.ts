/** Starts the worker that reads and judges histories; the bundler finds it by this line. */
import type { OpenCheckWorker } from './check-client.ts'
import type { CheckReply, CheckRequest } from './messages.ts'

/** Opens a worker of the page's own code: nothing in it comes from a reader. */
export const openCheckWorker: OpenCheckWorker = (hear) => {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<CheckReply>) => hear(data)
  worker.onerror = (event) => {
    event.preventDefault()
    hear({ kind: 'broke-down', why: event.message || 'the checker could not be loaded' })
  }
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Workers have none.
    post: (request: CheckRequest) => worker.postMessage(request),
    terminate: () => worker.terminate(),
  }
}
