/** Reads JSON that hostile code may have written: nested as deep as every engine can read it. */

/**
 * How deep lists and objects may lie in each other. Writing a value takes a stack as deep
 * as the value is, and how deep a stack may be differs from engine to engine.
 */
const JSON_DEPTH_MAX = 200

/** The value, or undefined when the text is not JSON or is nested too deep. */
export function parseJson(text: string): unknown {
  if (text.length > 2 * JSON_DEPTH_MAX && isTooDeep(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let index = 0; index < text.length; index++) {
    const unit = text[index]
    if (isInString) {
      if (unit === '\\') index++
      else if (unit === '"') isInString = false
    } else if (unit === '"') isInString = true
    else if (unit === '[' || unit === '{') {
      if (++depth > JSON_DEPTH_MAX) return true
    } else if (unit === ']' || unit === '}') depth--
  }
  return false
}
