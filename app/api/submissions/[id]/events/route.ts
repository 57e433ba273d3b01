/**
 * GET: how a submission stands, as server-sent events: now, at each change, and for the last
 * time with its verdict, and with what is found for its explanation after that. The browser reconnects by itself and is told anew.
 */
import { isFinal, type SubmissionView } from '../../../../_run/submission-view.ts'
import { ownerWho } from '../../../../_server/authorise/asker.ts'
import { onSubmissionChange } from '../../../../_server/submission-events.ts'
import { readSubmission } from '../../../../_server/submissions.ts'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

/** Keeps proxies from closing a quiet stream, and notices that a grader fell silent. */
const PING_MS = 15_000
/** A place in the queue may be this old; everybody who waits would otherwise read at once. */
const POSITION_MS = 1_000

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [{ id }, user] = await Promise.all([params, ownerWho('submission.read')])
  const first = user === undefined ? undefined : await readSubmission(id, user.id)
  if (user === undefined || first === undefined) {
    return Response.json({ error: 'You have no submission of this id.' }, { status: 404 })
  }
  const stream = new Stream(first, () => readSubmission(id, user.id))
  request.signal.addEventListener('abort', () => stream.close())
  return new Response(stream.body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

/** One reader of one submission. */
class Stream {
  readonly body: ReadableStream<Uint8Array>
  readonly #encoder = new TextEncoder()
  readonly #read: () => Promise<SubmissionView | undefined>
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined
  #stopListening: () => void = () => {}
  #ping: NodeJS.Timeout | undefined
  #soon: NodeJS.Timeout | undefined
  #sent = ''
  #isQueued = true
  #isReading = false
  #isStale = false

  constructor(first: SubmissionView, read: () => Promise<SubmissionView | undefined>) {
    this.#read = read
    this.body = new ReadableStream({
      start: (controller) => {
        this.#controller = controller
        this.#stopListening = onSubmissionChange((changed) => {
          if (changed === undefined || changed === first.id) void this.#refresh()
          else if (this.#isQueued) this.#refreshSoon()
        })
        this.#ping = setInterval(() => {
          this.#write(': ping\n\n')
          void this.#refresh()
        }, PING_MS)
        this.#send(first)
        // What changed between the first reading and the listening is read now.
        void this.#refresh()
      },
      cancel: () => this.close(),
    })
  }

  /** Ends the stream; calling it again does nothing. */
  close(): void {
    this.#stopListening()
    clearInterval(this.#ping)
    clearTimeout(this.#soon)
    const controller = this.#controller
    this.#controller = undefined
    try {
      controller?.close()
    } catch {
      // The reader went away first.
    }
  }

  /** Somebody else's submission matters to one that waits behind it. */
  #refreshSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined
      void this.#refresh()
    }, POSITION_MS)
  }

  /** Reads and sends; changes that come meanwhile cause one more reading, not many. */
  async #refresh(): Promise<void> {
    this.#isStale = true
    if (this.#isReading) return
    this.#isReading = true
    try {
      while (this.#isStale && this.#controller !== undefined) {
        this.#isStale = false
        const view = await this.#read()
        if (view === undefined) this.close()
        else this.#send(view)
      }
    } catch {
      // The database is away: the browser reconnects and reads again.
      this.close()
    } finally {
      this.#isReading = false
    }
  }

  #send(view: SubmissionView): void {
    const text = JSON.stringify(view)
    this.#isQueued = view.state === 'queued'
    if (text !== this.#sent) this.#write(`data: ${text}\n\n`)
    this.#sent = text
    if (isFinal(view)) this.close()
  }

  #write(text: string): void {
    try {
      this.#controller?.enqueue(this.#encoder.encode(text))
    } catch {
      this.close()
    }
  }
}
