/** Values in scripts of traces: JSON, bare words, `key=value` fields, and logs as `1:a,2:b`. */
import type { Json } from '#core'

/** Fields that hold a log and may use its short form. */
const LOGS: readonly string[] = ['log', 'entries']

/** `a=1 b=x` as an object. */
export function fieldsOf(words: readonly string[]): { readonly [name: string]: Json } {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=')
      if (at < 0) throw new Error(`the script expects name=value, not "${word}"`)
      const name = word.slice(0, at)
      const text = word.slice(at + 1)
      return [name, LOGS.includes(name) ? logOf(text) : scalarOf(text)]
    }),
  )
}

/** Fields when every word has the form of one; else one JSON value or bare word. */
export function valueOf(words: readonly string[]): Json {
  if (words.length === 0) return null
  if (words.every((word) => /^[a-zA-Z]+=/.test(word))) return fieldsOf(words)
  return scalarOf(words.join(' '))
}

function scalarOf(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

function logOf(text: string): Json {
  if (text === '-') return []
  if (!/^\d+:[^,]*(,\d+:[^,]*)*$/.test(text)) return scalarOf(text)
  return text.split(',').map((entry) => {
    const [term = '', command = ''] = entry.split(':')
    return { term: Number(term), command: scalarOf(command) }
  })
}
