/** Learners who hand in over HTTP, and again until they hear that it was taken. */
import { setTimeout as sleep } from 'node:timers/promises'

export interface Learner {
  /** Hands in; returns the id that the site answered with. */
  submit(source: string): Promise<string>
}

const AGAIN_MS = 250
const ANSWER_MS_MAX = 10_000

/** Makes a learner of the site at this address. */
export function makeLearner(url: string, step: object): Learner {
  let cookie = ''
  const tryOnce = async (source: string): Promise<string | undefined> => {
    const response = await fetch(`${url}/api/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie },
      body: JSON.stringify({ ...step, source }),
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    })
    if (response.status !== 201) {
      await response.text()
      if (response.status < 500) throw new Refused(`the site said ${response.status}`)
      return undefined
    }
    const set = response.headers.getSetCookie().map((each) => each.split(';')[0])
    if (set.length > 0) cookie = set.join('; ')
    return ((await response.json()) as { id: string }).id
  }
  return {
    async submit(source) {
      for (;;) {
        const id = await tryOnce(source).catch((error: unknown) => {
          if (error instanceof Refused) throw error
          return undefined
        })
        if (id !== undefined) return id
        await sleep(AGAIN_MS)
      }
    },
  }
}

/** A refusal that trying again does not mend: the drill itself is wrong. */
class Refused extends Error {
  override readonly name = 'Refused'
}
