'use client'
/** Submits code and follows its grading, also across a reload of the page. */
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  isFinal,
  type LatestSubmission,
  type Refusal,
  type SubmissionView,
} from '../../../_run/submission-view.ts'

interface UseSubmissionOptions {
  readonly labId: string
  readonly stepId: string
  readonly latest: LatestSubmission | undefined
  /** Done before each sending; must not reject. */
  readonly prepare: () => Promise<unknown>
  /** Called once when a verdict arrives while the page is open. */
  readonly onVerdict: (view: SubmissionView) => void
  /** Called when something was found for its explanation after that. */
  readonly onFound: (view: SubmissionView) => void
}

export interface SubmissionState {
  readonly view: SubmissionView | undefined
  /** The text that was submitted. */
  readonly source: string | undefined
  readonly isSending: boolean
  /** Why the last attempt was not taken. */
  readonly refusal: string | undefined
  readonly submit: (source: string) => void
}

/** A stream that the server refused is asked for again after this long. */
const RETRY_MS = 3_000

export function useSubmission(options: UseSubmissionOptions): SubmissionState {
  const { labId, stepId, latest } = options
  const [view, setView] = useState(latest?.view)
  const [source, setSource] = useState(latest?.source)
  const [isSending, setIsSending] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const around = useRef(options)
  useEffect(() => {
    around.current = options
  })
  /** The submission whose verdict is known. */
  const judged = useRef(latest?.view.state === 'graded' ? latest.view.id : undefined)
  const openId = view === undefined || isFinal(view) ? undefined : view.id
  // The grading goes on elsewhere: this listens to it for as long as it lasts.
  useEffect(() => {
    if (openId === undefined) return
    return follow(openId, (next) => {
      // Its last word may come when a newer one is shown already, and this is not yet undone.
      setView((shown) => (shown?.id === next.id ? next : shown))
      if (next.state !== 'graded') return
      if (judged.current === next.id) return around.current.onFound(next)
      judged.current = next.id
      around.current.onVerdict(next)
    })
  }, [openId])
  const submit = useCallback(
    (text: string) => {
      setIsSending(true)
      setRefusal(undefined)
      around.current
        .prepare()
        .then(() => send({ labId, stepId, source: text }))
        .then((sent) => {
          if ('error' in sent) return setRefusal(sent.error)
          setSource(text)
          setView(sent)
        })
        .catch(() =>
          setRefusal('The server could not be reached. Your code is kept here: try again.'),
        )
        .finally(() => setIsSending(false))
    },
    [labId, stepId],
  )
  return { view, source, isSending, refusal, submit }
}

async function send(body: object): Promise<SubmissionView | Refusal> {
  const response = await fetch('/api/submissions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as { readonly id: string } | Refusal
  if ('error' in answer) return answer
  return {
    id: answer.id,
    state: 'queued',
    createdAt: new Date().toISOString(),
    position: 1,
    isGraderUp: true,
    seedsDone: 0,
    seedsTotal: 0,
  }
}

/** Calls `onView` with each state of the submission until its verdict. Returns how to stop. */
function follow(id: string, onView: (view: SubmissionView) => void): () => void {
  let stream: EventSource | undefined
  let retry: number | undefined
  const open = () => {
    const opened = new EventSource(`/api/submissions/${id}/events`)
    stream = opened
    opened.onmessage = ({ data }: MessageEvent<string>) => {
      const view = JSON.parse(data) as SubmissionView
      if (isFinal(view)) opened.close()
      onView(view)
    }
    opened.onerror = () => {
      // The browser reconnects by itself unless the server refused; then it gives up.
      if (opened.readyState === EventSource.CLOSED) retry = window.setTimeout(open, RETRY_MS)
    }
  }
  open()
  return () => {
    stream?.close()
    window.clearTimeout(retry)
  }
}
