/** Answers of the platform of the tests, and what it is asked. */
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Answer {
  readonly status: number
  readonly text: string
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Handler = (request: IncomingMessage, url: URL) => Promise<Answer>

export function json(value: unknown, status = 200): Answer {
  return { status, text: JSON.stringify(value), type: 'application/json' }
}

export function html(text: string): Answer {
  return { status: 200, text, type: 'text/html; charset=utf-8' }
}

export function send(response: ServerResponse, { status, text, type, headers }: Answer): void {
  response.writeHead(status, { 'content-type': type, ...headers }).end(text)
}

export async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Action and hidden fields of the one form of a page, as a browser would send it. */
export function formOf(page: string): {
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
} {
  const [, action = ''] = /<form[^>]*action="([^"]*)"/.exec(page) ?? []
  const inputs = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return {
    action: plain(action),
    fields: Object.fromEntries(
      [...inputs].map(([, name = '', value = '']) => [name, plain(value)]),
    ),
  }
}

function plain(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
