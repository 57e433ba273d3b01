/** Snapshots of runs as the browser tests ask the server about them. */
import type { Page } from 'playwright-core'
import { SOLUTION } from './learner-code.ts'

interface Asked {
  readonly status: number
  readonly body: { readonly id?: string; readonly error?: string }
}

/** Asks the server from a page of the site, as the page itself would. */
export function ask(page: Page, path: string, method: string, body?: object): Promise<Asked> {
  return page.evaluate(
    async ([path, method, text]) => {
      const headers = { 'content-type': 'application/json' }
      const sent = text === undefined ? { method } : { method, headers, body: text }
      const response = await fetch(path, sent)
      const answer = await response.text()
      return { status: response.status, body: answer === '' ? {} : JSON.parse(answer) }
    },
    [path, method, body === undefined ? undefined : JSON.stringify(body)] as const,
  )
}

export const SNAPSHOT = {
  labId: 'raft',
  stepId: '03-election',
  checkId: 'healthy-cluster',
  seed: 1,
  cursor: 3,
  source: SOLUTION,
}
