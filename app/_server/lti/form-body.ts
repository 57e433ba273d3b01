/** What a platform, or a page of ours without scripts, sends as a form. */
import 'server-only'
import { readText } from '../text-body.ts'

/** ID tokens with many roles and settings have some thousand characters. */
const BYTES_MAX = 200_000

/** Undefined for a form that is too long. */
export async function readForm(request: Request): Promise<URLSearchParams | undefined> {
  const text = await readText(request, BYTES_MAX)
  return text === undefined ? undefined : new URLSearchParams(text)
}
