/** The worker behind the page: reads a history, keeps it, and judges it when asked. */
import { HistoryFormatError, type ReadHistory, readHistory } from '#core'
import { excerptOf } from './excerpt.ts'
import { judge } from './judge.ts'
import type { CheckReply, CheckRequest, ReadRequest } from './messages.ts'

let current: ReadHistory | undefined

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  try {
    tell(data.kind === 'read' ? read(data) : judged(data.question))
  } catch (error) {
    tell({ kind: 'broke-down', why: String(error) })
  }
}

function tell(reply: CheckReply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Workers have none.
  self.postMessage(reply)
}

function read({ text, options }: ReadRequest): CheckReply {
  try {
    current = readHistory(text, options)
    return { kind: 'read', read: current }
  } catch (error) {
    if (!(error instanceof HistoryFormatError)) throw error
    const { line, column, found, expected } = error
    const { text: excerpt, caret } = excerptOf(text, line, column)
    return { kind: 'bad-input', problem: { line, column, found, expected, excerpt, caret } }
  }
}

function judged(question: Parameters<typeof judge>[1]): CheckReply {
  if (current === undefined) return { kind: 'refused', why: 'Give a history first.' }
  return judge(current, question, (steps) => tell({ kind: 'progress', steps }))
}
