/**
 * An OpenID provider for tests, on 127.0.0.1 (OpenID Connect Core 1.0, 3.1): whoever comes is
 * the person that the test set, and agrees at once.
 */
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export interface OidcPerson {
  readonly sub: string
  readonly email: string
  readonly email_verified: boolean
  readonly name: string
}

export interface OidcProvider {
  /** Who comes next. */
  setPerson(person: OidcPerson): void
  stop(): Promise<void>
}

const CLIENT = { id: 'netsplit', secret: 'a secret of the tests' }

interface Grant {
  readonly person: OidcPerson
  readonly nonce: string | null
  readonly challenge: string | null
}

/** @param port 0 for any that is free */
export async function startOidcProvider(port = 0): Promise<OidcProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const grants = new Map<string, Grant>()
  let person: OidcPerson | undefined
  let issuer = ''

  const answers: Readonly<Record<string, (request: IncomingMessage, url: URL) => Promise<Answer>>> =
    {
      '/.well-known/openid-configuration': async () => ({ json: configuration(issuer) }),
      '/jwks': async () => ({
        json: { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256' }] },
      }),
      '/authorize': async (_request, { searchParams }) => {
        const code = randomUUID()
        if (person === undefined) throw new Error('no person is set')
        const [nonce, challenge] = [searchParams.get('nonce'), searchParams.get('code_challenge')]
        grants.set(code, { person, nonce, challenge })
        const back = new URL(searchParams.get('redirect_uri') ?? '')
        back.searchParams.set('code', code)
        back.searchParams.set('state', searchParams.get('state') ?? '')
        return { redirect: back.href }
      },
      '/token': async (request) => {
        const form = new URLSearchParams(await textOf(request))
        const grant = grants.get(form.get('code') ?? '')
        grants.delete(form.get('code') ?? '')
        if (grant === undefined || !isProven(grant, form))
          return { json: { error: 'invalid_grant' } }
        const claims = {
          ...grant.person,
          nonce: grant.nonce,
          iss: issuer,
          aud: CLIENT.id,
          ...times(),
        }
        const idToken = signed(claims, keys.privateKey)
        return { json: { access_token: randomUUID(), token_type: 'Bearer', id_token: idToken } }
      },
    }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const answer = answers[url.pathname]
    if (answer === undefined) response.writeHead(404).end()
    else void answer(request, url).then((found) => send(response, found))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  issuer = issuerAt(portOf(server))
  return {
    setPerson: (next) => {
      person = next
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** What the site has to be told of a provider on this port. */
export function oidcSettings(port: number): Readonly<Record<string, string>> {
  return {
    NETSPLIT_OIDC_ISSUER: issuerAt(port),
    NETSPLIT_OIDC_CLIENT_ID: CLIENT.id,
    NETSPLIT_OIDC_CLIENT_SECRET: CLIENT.secret,
    NETSPLIT_OIDC_NAME: 'Test University',
  }
}

function issuerAt(port: number): string {
  return `http://127.0.0.1:${port}`
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

type Answer = { readonly json: unknown } | { readonly redirect: string }

function send(response: ServerResponse, answer: Answer): void {
  if ('redirect' in answer) response.writeHead(302, { location: answer.redirect }).end()
  else {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer.json))
  }
}

function configuration(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }
}

/** PKCE (RFC 7636, 4.6): the code is worth nothing to whoever only saw it. */
function isProven({ challenge }: Grant, form: URLSearchParams): boolean {
  const verifier = form.get('code_verifier') ?? ''
  return challenge === createHash('sha256').update(verifier).digest('base64url')
}

function times(): { readonly iat: number; readonly exp: number } {
  const iat = Math.floor(Date.now() / 1_000)
  return { iat, exp: iat + 300 }
}

function signed(claims: object, key: Parameters<typeof sign>[2]): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const body = `${part({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${part(claims)}`
  return `${body}.${sign('sha256', Buffer.from(body), key).toString('base64url')}`
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
