/**
 * A learning platform for tests, on 127.0.0.1: it signs people in to a tool by LTI 1.3, lets them
 * choose links, lists members page by page, and keeps columns of grades. It takes nothing of the
 * tool on trust: assertions and choices are verified by the keys that the tool publishes.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose'
import { type Answer, type Handler, html, json, send } from './answers.ts'
import { launchClaims, type Visit } from './claims.ts'
import { Services } from './services.ts'

const CLIENT_ID = 'netsplit-at-the-school'
const DEPLOYMENT_ID = 'deployment-1'

/** What a dishonest platform, or somebody in between, makes of a token. */
export type Forge = (
  claims: JWTPayload,
  signer: (claims: JWTPayload) => Promise<string>,
) => Promise<string>

export interface LtiPlatform {
  /** As an administrator of the tool registers it. */
  readonly registration: {
    readonly name: string
    readonly issuer: string
    readonly clientId: string
    readonly authUrl: string
    readonly tokenUrl: string
    readonly jwksUrl: string
    readonly deploymentIds: string[]
    readonly instructorsMakeClasses: boolean
  }
  readonly services: Services
  /** Who opens what next. Tokens are honest unless `forge` says what they are instead. */
  setVisit(visit: Visit, forge?: Forge): void
  stop(): Promise<void>
}

/** @param toolKeys the public keys of the tool, as it publishes them */
export async function startLtiPlatform(
  toolKeys: () => Promise<JSONWebKeySet>,
): Promise<LtiPlatform> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'platform-key', alg: 'RS256', use: 'sig' }
  const signer = (claims: JWTPayload) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'platform-key', typ: 'JWT' })
      .sign(privateKey)
  let visit: Visit | undefined
  let forge: Forge = (claims, sign) => sign(claims)
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${portOf(server)}`
  const sides = { issuer, clientId: CLIENT_ID, deploymentId: DEPLOYMENT_ID }
  const services = new Services({ ...sides, toolKeys })

  const authorise: Handler = async (_request, { searchParams }) => {
    const problem = problemOfAsking(searchParams)
    if (problem !== undefined) return { status: 400, text: problem, type: 'text/plain' }
    if (visit === undefined) throw new Error('no visit is set')
    const claims = launchClaims(visit, { ...sides, nonce: searchParams.get('nonce') ?? '' })
    return postPage(searchParams.get('redirect_uri') ?? '', {
      id_token: await forge(claims, signer),
      state: searchParams.get('state') ?? '',
    })
  }
  const routes: Readonly<Record<string, Handler>> = {
    '/auth': authorise,
    '/jwks': async () => json({ keys: [jwk] }),
    '/course': async (_request, { searchParams }) => coursePage(searchParams.get('tool') ?? ''),
  }
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const answer = routes[url.pathname] ?? services.handlerOf(url.pathname) ?? notThere
    void answer(request, url)
      .catch((error: unknown): Answer => ({ status: 500, text: String(error), type: 'text/plain' }))
      .then((one) => send(response, one))
  })
  return {
    registration: {
      name: 'Test University',
      issuer,
      clientId: CLIENT_ID,
      authUrl: `${issuer}/auth`,
      tokenUrl: `${issuer}/token`,
      jwksUrl: `${issuer}/jwks`,
      deploymentIds: [DEPLOYMENT_ID],
      instructorsMakeClasses: false,
    },
    services,
    setVisit: (next, nextForge = (claims, sign) => sign(claims)) => {
      visit = next
      forge = nextForge
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function notThere(): Promise<Answer> {
  return Promise.resolve({ status: 404, text: '', type: 'text/plain' })
}

/** What a tool must ask for (1EdTech Security Framework 1.0, 5.1.1.2). */
function problemOfAsking(asked: URLSearchParams): string | undefined {
  const wanted = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: CLIENT_ID,
    login_hint: 'a-hint',
  }
  const wrong = Object.entries(wanted).find(([name, value]) => asked.get(name) !== value)
  if (wrong !== undefined) return `${wrong[0]} is not ${wrong[1]}`
  if (!asked.get('redirect_uri')?.endsWith('/lti/launch')) return 'redirect_uri is not registered'
  return (asked.get('state') ?? '') === '' || (asked.get('nonce') ?? '') === ''
    ? 'state or nonce is missing'
    : undefined
}

function postPage(action: string, fields: Readonly<Record<string, string>>): Answer {
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('')
  return html(
    `<!doctype html><title>Test University</title><form method="post" action="${action}">${inputs}` +
      '</form><script>document.forms[0].submit()</script>',
  )
}

/** A page of the platform with the tool in a frame, as most platforms show tools. */
function coursePage(tool: string): Answer {
  const source = tool.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return html(
    '<!doctype html><html lang="en"><title>Test University</title><h1>Systems</h1>' +
      `<iframe title="Tool" src="${source}" style="width:100%;height:40rem"></iframe></html>`,
  )
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** How the platform begins a sign-in in a browser (LTI Core 1.3, 5.1.1.1). */
export function loginParameters(issuer: string, target: string): URLSearchParams {
  return new URLSearchParams({
    iss: issuer,
    login_hint: 'a-hint',
    target_link_uri: target,
    lti_message_hint: randomUUID(),
    client_id: CLIENT_ID,
    lti_deployment_id: DEPLOYMENT_ID,
  })
}
