/**
 * Asks a platform for something over HTTP. The address is checked where the connection is made,
 * so that no name can turn into an inner address between check and use; redirects are not
 * followed, answers are bounded in size and time.
 */
import 'server-only'
import { lookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { addressProblem, INNER, isInner } from './platform-address.ts'

const ANSWER_BYTES_MAX = 4_000_000
const ANSWER_MS_MAX = 15_000
/** Canvas asks for one that names the tool. */
const USER_AGENT = 'Netsplit (LTI 1.3 tool)'

/** One sentence for people: what a platform did not do. */
export class PlatformTrouble extends Error {}

export interface PlatformRequest {
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface PlatformAnswer {
  readonly status: number
  readonly text: string
  /** Of a `Link` header. */
  readonly link: string
}

/** The answer, whatever its status. @throws PlatformTrouble when there is none */
export async function askPlatform(
  address: string,
  { method, headers, body }: PlatformRequest,
): Promise<PlatformAnswer> {
  const problem = addressProblem(address)
  if (problem !== undefined) throw new PlatformTrouble(`${shortly(address)}: ${problem}`)
  const send = new URL(address).protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new PlatformTrouble(`${shortly(address)}: ${why}`))
    const asked = send(
      address,
      {
        method,
        headers: { 'user-agent': USER_AGENT, ...headers },
        lookup: outerLookup,
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      },
      (response) => void readAnswer(response).then(resolve, () => fail('The answer broke off.')),
    )
    asked.on('error', (error) => fail(reasonOf(error)))
    asked.end(body)
  })
}

/** The same, as JSON. @throws PlatformTrouble also for an error status, or what is not JSON */
export async function askForJson(address: string, request: PlatformRequest): Promise<unknown> {
  return jsonOf(address, await askPlatform(address, request))
}

/** The JSON of an answer. @throws PlatformTrouble for an error status, or what is not JSON */
export function jsonOf(address: string, { status, text }: PlatformAnswer): unknown {
  if (status < 200 || status > 299) {
    throw new PlatformTrouble(`${shortly(address)}: It answered ${status}.`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new PlatformTrouble(`${shortly(address)}: The answer is not JSON.`)
  }
}

async function readAnswer(response: IncomingMessage): Promise<PlatformAnswer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response) {
    const buffer = chunk as Buffer
    bytes += buffer.length
    if (bytes > ANSWER_BYTES_MAX) throw new Error('too long')
    chunks.push(buffer)
  }
  const link = response.headers.link ?? ''
  return {
    status: response.statusCode ?? 0,
    text: Buffer.concat(chunks).toString('utf8'),
    link: typeof link === 'string' ? link : '',
  }
}

const outerLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return callback(error, '')
    const [first] = found
    if (first === undefined || found.some(({ address }) => isInner(address))) {
      return callback(new Error(INNER), '')
    }
    if (options.all === true) callback(null, found)
    else callback(null, first.address, first.family)
  })
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.message === INNER) return INNER
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return `It did not answer within ${ANSWER_MS_MAX / 1_000} seconds.`
  }
  if (error.code === 'ENOTFOUND') return 'There is no such host.'
  return `It cannot be reached (${error.code ?? error.name}).`
}

/** Without the query, which may hold what is nobody's business. */
function shortly(address: string): string {
  if (!URL.canParse(address)) return 'The address'
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname}`
}
