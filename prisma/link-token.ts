/**
 * Tokens of links that permit one thing once. Web processes and commands both make such links,
 * so this is here, beside the data. Only the hash is stored: whoever reads the database, or a
 * copy of it, cannot open any link.
 */
import { createHash, randomBytes } from 'node:crypto'

/** 192 random bits: nobody finds one by trying. */
const TOKEN_BYTES = 24
const TOKEN = /^[\w-]{32}$/

/** A new token, as a link has it. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** What is stored of a token; undefined for a text that is none. */
export function hashOfToken(token: string): string | undefined {
  return TOKEN.test(token) ? createHash('sha256').update(token).digest('hex') : undefined
}
