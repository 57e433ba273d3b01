/**
 * The page's side of the frame in which a learner's code runs. Closing the frame ends
 * the worker in it at once, whatever the worker is doing.
 */
import type { HandCommand, RunMessage, RunRequest } from './messages.ts'
import {
  lengthOfMessage,
  MESSAGES_MAX,
  readRunMessage,
  TEXT_LENGTH_MAX,
} from './read-run-message.ts'

export interface RunFrame {
  /** Asks the worker to run; wait for `ready` first. */
  readonly post: (request: RunRequest | HandCommand) => void
  readonly close: () => void
}

export type OpenRunFrame = (onMessage: (message: RunMessage) => void) => RunFrame

/** Where the frame's page is served from; it must not be cached with another policy. */
const FRAME_URL = '/run-frame'

const workerTexts = new Map<string, Promise<string>>()

/** Fetches the worker's text once; call it early so that the first run does not wait. */
export function fetchWorkerText(url: string): Promise<string> {
  let text = workerTexts.get(url)
  if (text === undefined) {
    text = fetchText(url)
    text.catch(() => workerTexts.delete(url))
    workerTexts.set(url, text)
  }
  return text
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the runner could not be loaded (${response.status})`)
  return response.text()
}

/** Opens frames whose worker is the script at `workerUrl`. */
export function runFrameOpener(workerUrl: string): OpenRunFrame {
  return (onMessage) => {
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.title = 'Runs your code'
    frame.hidden = true
    frame.src = FRAME_URL
    const run = new MessageChannel()
    const status = new MessageChannel()
    const hear = doubtfulListener(onMessage, () => close())
    run.port1.onmessage = ({ data }: MessageEvent) => hear(data)
    status.port1.onmessage = ({ data }: MessageEvent) => hear(data)
    frame.onload = () => {
      fetchWorkerText(workerUrl).then(
        // The frame's origin is opaque, so no target origin can name it.
        (text) => frame.contentWindow?.postMessage(text, '*', [run.port2, status.port2]),
        (error: unknown) => onMessage({ kind: 'broke-down', why: String(error) }),
      )
    }
    const close = () => {
      run.port1.close()
      status.port1.close()
      frame.remove()
    }
    document.body.append(frame)
    return { post: (request) => run.port1.postMessage(request), close }
  }
}

/**
 * Passes on what looks like a message of ours. At the first that does not, or after far more
 * than any run says, the frame is shut and the run is told to have broken down.
 */
export function doubtfulListener(
  onMessage: (message: RunMessage) => void,
  shut: () => void,
): (data: unknown) => void {
  let [count, length] = [0, 0]
  let isShut = false
  const refuse = (why: string) => {
    isShut = true
    shut()
    onMessage({ kind: 'broke-down', why })
  }
  return (data) => {
    if (isShut) return
    const message = readRunMessage(data)
    if (message === undefined) return refuse('the frame said something that no run says')
    count++
    length += lengthOfMessage(message)
    if (count > MESSAGES_MAX || length > TEXT_LENGTH_MAX) {
      return refuse('the frame said far more than any run says')
    }
    onMessage(message)
  }
}
