/** A browser that comes from the platform of the tests: its cookies, and the way through. */
import * as account from '#app/api/lti/account/route.ts'
import * as connection from '#app/api/lti/connection/route.ts'
import * as course from '#app/api/lti/course/route.ts'
import * as arrive from '#app/lti/arrive/route.ts'
import * as deepLink from '#app/lti/deep-link/route.ts'
import * as launch from '#app/lti/launch/route.ts'
import * as login from '#app/lti/login/route.ts'
import { formOf } from '../../support/lti/answers.ts'
import type { Visit } from '../../support/lti/claims.ts'
import { type Forge, type LtiPlatform, loginParameters } from '../../support/lti/platform.ts'

export const ORIGIN = 'http://localhost:3000'

type Handler = (request: Request) => Promise<Response>

const ROUTES: Readonly<Record<string, Handler>> = {
  'GET /lti/login': login.GET,
  'POST /lti/login': login.POST,
  'POST /lti/launch': launch.POST,
  'GET /lti/arrive': arrive.GET,
  'POST /lti/deep-link': deepLink.POST,
  'POST /api/lti/account': account.POST,
  'POST /api/lti/connection': connection.POST,
  'POST /api/lti/course': course.POST,
}

/** What a form post of a platform holds. */
export interface Answered {
  readonly id_token: string
  readonly state: string
}

export class Visitor {
  readonly #platform: LtiPlatform
  /** The headers that the site sees; `next/headers` is made to show the same. */
  readonly #present: { headers: Headers }
  readonly cookies = new Map<string, string>()

  constructor(platform: LtiPlatform, present: { headers: Headers }) {
    this.#platform = platform
    this.#present = present
  }

  async ask(
    method: 'GET' | 'POST',
    path: string,
    body?: URLSearchParams | object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const url = new URL(path, ORIGIN)
    const isForm = body instanceof URLSearchParams
    this.show({
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      'sec-fetch-site': 'same-origin',
      ...headers,
    })
    const request = new Request(url, {
      method,
      headers: this.#present.headers,
      ...(body === undefined ? {} : { body: isForm ? body.toString() : JSON.stringify(body) }),
    })
    const handler = ROUTES[`${method} ${url.pathname}`]
    if (handler === undefined) throw new Error(`there is no ${method} ${url.pathname}`)
    const response = await handler(request)
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0/i.test(cookie)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  /** Makes the site see this browser, for what is asked without a request. */
  show(headers: Readonly<Record<string, string>> = {}): void {
    this.#present.headers = new Headers({
      ...headers,
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    })
  }

  /** Begins a sign-in, and brings what the platform answers. */
  async begin(visit: Visit, forge?: Forge): Promise<Answered> {
    this.#platform.setVisit(visit, forge)
    const target = visit.isChoosing === true ? '/lti/deep-link' : '/lti/launch'
    const parameters = loginParameters(this.#platform.registration.issuer, ORIGIN + target)
    const started = await this.ask('POST', '/lti/login', parameters, CROSS)
    if (started.status !== 302) throw new Error(await started.text())
    const there = await fetch(started.headers.get('location') ?? '')
    const page = await there.text()
    if (there.status !== 200) throw new Error(page)
    const { action, fields } = formOf(page)
    if (action !== `${ORIGIN}/lti/launch`) throw new Error(`it leads to ${action}`)
    return { id_token: fields.id_token ?? '', state: fields.state ?? '' }
  }

  /** Hands the platform's answer in. */
  hand(answered: Answered): Promise<Response> {
    return this.ask('POST', '/lti/launch', new URLSearchParams({ ...answered }), CROSS)
  }

  /** Comes from the platform; returns what the site answers at last. */
  async come(visit: Visit, forge?: Forge): Promise<Response> {
    const landed = await this.hand(await this.begin(visit, forge))
    return landed.status === 303 ? this.ask('GET', '/lti/arrive') : landed
  }

  /** The same, as far as the path where the site leads. */
  async pathAfter(visit: Visit): Promise<string> {
    const last = await this.come(visit)
    const to = last.headers.get('location')
    if (to === null) throw new Error(await last.text())
    return to.replace(ORIGIN, '')
  }

  /** What the welcome page writes into its forms. */
  get arrival(): string {
    return this.cookies.get('netsplit-lti-arrival') ?? ''
  }
}

/** As a browser marks what a page of another site sends. */
const CROSS = { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' } as const
