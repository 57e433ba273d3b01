/**
 * The keys with which this site signs for platforms. The first is made when it is needed;
 * private halves are stored encrypted and leave this file only as signatures.
 */
import 'server-only'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import {
  calculateJwkThumbprint,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose'
import { db } from '#db'
import type { Transaction } from '../../../prisma/line.ts'
import { recordEntry } from '../audit/record.ts'
import type { SessionUser } from '../session.ts'

/** The one that every platform must know (1EdTech Security Framework 1.0, 5.1). */
export const ALGORITHM = 'RS256'
const BITS = 2_048
const MINUTES_VALID = 5
/** Platforms keep a copy of the public set, and look again when they meet an unknown key. */
const DAYS_PUBLIC = 7
const MS_PER_DAY = 86_400_000

export interface ToolKey {
  readonly id: string
  readonly createdAt: Date
}

/** The public set, newest first (RFC 7517). */
export async function publicKeys(): Promise<{ readonly keys: readonly JWK[] }> {
  await ensureKey()
  const rows = await db.ltiKey.findMany({
    orderBy: { createdAt: 'desc' },
    select: { publicKey: true },
  })
  return { keys: rows.map(({ publicKey }) => publicKey as JWK) }
}

/** The keys without what they are, for people. */
export function listKeys(): Promise<readonly ToolKey[]> {
  return db.ltiKey.findMany({
    orderBy: { createdAt: 'desc' },
    select: { id: true, createdAt: true },
  })
}

/** Signs what this site says to a platform; it is valid for some minutes. */
export async function signForPlatform(
  claims: JWTPayload & { readonly iss: string; readonly aud: string },
): Promise<string> {
  await ensureKey()
  const { id, sealedKey } = await db.ltiKey.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  const pem = await symmetricDecrypt({ key: sealingKey(), data: sealedKey })
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: id, typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime(`${MINUTES_VALID}m`)
    .setJti(crypto.randomUUID())
    .sign(await importPKCS8(pem, ALGORITHM))
}

/** Makes a new key, which signs from now on; those that nobody can need any more are deleted. */
export async function rotateKeys(user: SessionUser, now: Date): Promise<void> {
  const made = await makeKey()
  await db.$transaction(async (transaction) => {
    await lockKeys(transaction)
    const since = new Date(now.getTime() - DAYS_PUBLIC * MS_PER_DAY)
    // The newest of the old ones was in use until now, or until lately.
    const keeper = await transaction.ltiKey.findFirst({
      where: { createdAt: { lt: since } },
      orderBy: { createdAt: 'desc' },
    })
    if (keeper !== null) {
      await transaction.ltiKey.deleteMany({ where: { createdAt: { lt: keeper.createdAt } } })
    }
    await transaction.ltiKey.create({ data: made })
    await recordEntry(transaction, {
      doer: user,
      action: 'lti-key.made',
      personId: user.id,
      after: { key: made.id },
    })
  })
}

/** Of two processes that need the first key at once, one makes it. */
async function ensureKey(): Promise<void> {
  if ((await db.ltiKey.count()) > 0) return
  const made = await makeKey()
  await db.$transaction(async (transaction) => {
    await lockKeys(transaction)
    if ((await transaction.ltiKey.count()) === 0) await transaction.ltiKey.create({ data: made })
  })
}

async function lockKeys(transaction: Transaction): Promise<void> {
  await transaction.$queryRaw`select 1 from pg_advisory_xact_lock(hashtextextended('lti-key', 0))`
}

async function makeKey() {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, {
    modulusLength: BITS,
    extractable: true,
  })
  const jwk = await exportJWK(publicKey)
  const id = await calculateJwkThumbprint(jwk)
  const sealedKey = await symmetricEncrypt({
    key: sealingKey(),
    data: await exportPKCS8(privateKey),
  })
  const { kty = '', n = '', e = '' } = jwk
  return { id, sealedKey, publicKey: { kty, n, e, kid: id, alg: ALGORITHM, use: 'sig' } }
}

function sealingKey(): string {
  const secret = process.env.NETSPLIT_AUTH_SECRET ?? ''
  if (secret === '') throw new Error('NETSPLIT_AUTH_SECRET must be set to seal the keys for LTI.')
  return secret
}
