/** The services of the platform of the tests: tokens, members, columns, scores, and choices. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import { type Answer, type Handler, html, json, textOf } from './answers.ts'

interface ServicesOptions {
  readonly issuer: string
  readonly clientId: string
  readonly deploymentId: string
  readonly toolKeys: () => Promise<JSONWebKeySet>
}

export interface PlatformMember {
  readonly user_id: string
  readonly status?: string
  readonly name?: string
  readonly email?: string
  readonly roles: readonly string[]
}

export interface Column {
  readonly id: string
  readonly label: string
  readonly scoreMaximum: number
  readonly resourceId?: string
}

export interface Score {
  readonly columnId: string
  readonly userId: string
  readonly scoreGiven: number
  readonly scoreMaximum: number
  readonly timestamp: string
  readonly activityProgress: string
  readonly gradingProgress: string
}

const PER_PAGE = 2
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export class Services {
  readonly #options: ServicesOptions
  readonly #tokens = new Map<string, readonly string[]>()
  readonly #seenAssertions = new Set<string>()
  /** Of every course. */
  members: readonly PlatformMember[] = []
  /** Where the second page of members is, in place of where it really is. */
  nextPage: string | undefined
  readonly columns: Column[] = []
  readonly scores: Score[] = []
  /** What was chosen, as the platform read it. */
  readonly choices: JWTPayload[] = []
  /** What scores are answered with, in place of taking them. */
  scoreTrouble: number | undefined

  constructor(options: ServicesOptions) {
    this.#options = options
  }

  handlerOf(path: string): Handler | undefined {
    if (path === '/token') return (request) => this.#giveToken(request)
    if (path === '/choice') return (request) => this.#takeChoice(request)
    if (/^\/courses\/[\w-]+\/members$/.test(path)) return (...asked) => this.#listMembers(...asked)
    if (/^\/courses\/[\w-]+\/columns$/.test(path)) return (...asked) => this.#dealColumns(...asked)
    if (/^\/columns\/[\w-]+\/scores$/.test(path)) return (...asked) => this.#takeScore(...asked)
    return undefined
  }

  /** RFC 7523, 3: signed by the tool, for this platform, and used once. */
  async #giveToken(request: IncomingMessage): Promise<Answer> {
    const { issuer, clientId, toolKeys } = this.#options
    const form = new URLSearchParams(await textOf(request))
    if (form.get('grant_type') !== 'client_credentials') return json({ error: 'grant' }, 400)
    if (form.get('client_assertion_type') !== ASSERTION_TYPE) return json({ error: 'type' }, 400)
    const keys = createLocalJWKSet(await toolKeys())
    const { payload } = await jwtVerify(form.get('client_assertion') ?? '', keys, {
      algorithms: ['RS256'],
      issuer: clientId,
      subject: clientId,
      audience: `${issuer}/token`,
      requiredClaims: ['jti', 'iat', 'exp'],
    })
    const id = payload.jti ?? ''
    if (this.#seenAssertions.has(id)) return json({ error: 'used' }, 400)
    this.#seenAssertions.add(id)
    const token = randomUUID()
    this.#tokens.set(token, (form.get('scope') ?? '').split(' '))
    return json({ access_token: token, token_type: 'Bearer', expires_in: 3_600 })
  }

  #mayUse(request: IncomingMessage, scope: string): boolean {
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '')
    return (this.#tokens.get(token) ?? []).some((one) => one.endsWith(scope))
  }

  async #listMembers(request: IncomingMessage, url: URL): Promise<Answer> {
    if (!this.#mayUse(request, '/contextmembership.readonly')) return json({}, 401)
    const from = Number(url.searchParams.get('from') ?? 0)
    const page = this.members.slice(from, from + PER_PAGE)
    const next = this.nextPage ?? `${url.origin}${url.pathname}?from=${from + PER_PAGE}`
    const isLast = from + PER_PAGE >= this.members.length
    return {
      ...json({ id: url.href, context: { id: 'course-1' }, members: page }),
      headers: isLast
        ? {}
        : { link: `<${url.origin}/x>; rel="differences", <${next}>; rel="next"` },
    }
  }

  async #dealColumns(request: IncomingMessage, url: URL): Promise<Answer> {
    if (!this.#mayUse(request, '/lineitem')) return json({}, 401)
    const { issuer } = this.#options
    const shown = ({ id, ...column }: Column) => ({ ...column, id: `${issuer}/columns/${id}?v=1` })
    if (request.method === 'POST') {
      const column = { ...(JSON.parse(await textOf(request)) as Column), id: randomUUID() }
      this.columns.push(column)
      return json(shown(column), 201)
    }
    const wanted = url.searchParams.get('resource_id')
    return json(this.columns.filter(({ resourceId }) => resourceId === wanted).map(shown))
  }

  async #takeScore(request: IncomingMessage, url: URL): Promise<Answer> {
    if (!this.#mayUse(request, '/score')) return json({}, 401)
    if (this.scoreTrouble !== undefined) return json({}, this.scoreTrouble)
    // Moodle: the query of a column's address goes with its scores.
    if (url.searchParams.get('v') !== '1') return json({ error: 'the query is lost' }, 400)
    const columnId = url.pathname.split('/')[2] ?? ''
    if (!this.columns.some(({ id }) => id === columnId)) return json({}, 404)
    this.scores.push({ ...(JSON.parse(await textOf(request)) as Score), columnId })
    return json({})
  }

  async #takeChoice(request: IncomingMessage): Promise<Answer> {
    const { issuer, clientId, toolKeys } = this.#options
    const token = new URLSearchParams(await textOf(request)).get('JWT') ?? ''
    const { payload } = await jwtVerify(token, createLocalJWKSet(await toolKeys()), {
      algorithms: ['RS256'],
      issuer: clientId,
      audience: issuer,
      requiredClaims: ['nonce', 'exp', 'iat'],
    })
    this.choices.push(payload)
    return html('<!doctype html><title>Linked</title><p>It is linked.</p>')
  }
}
