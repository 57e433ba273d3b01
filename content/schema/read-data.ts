/** Reads a piece of content and says exactly what is wrong with it and where. */
import { parse } from 'yaml'
import type { z } from 'zod'

/** Content that does not follow its schema. The message names the file and the place. */
export class ContentError extends Error {
  override readonly name = 'ContentError'
}

/**
 * Parses YAML text by a schema.
 * @param file shown in messages, relative to the root of the repository
 * @throws ContentError
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): T {
  let data: unknown
  try {
    data = parse(text)
  } catch (error) {
    throw new ContentError(`${file}: this is not YAML: ${firstLine(error)}`)
  }
  return checkData(file, data, schema)
}

/**
 * Checks parsed data by a schema.
 * @throws ContentError with one line for each thing that is wrong
 */
export function checkData<T>(file: string, data: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `${file}: ${place(issue.path)}${issue.message}`)
  throw new ContentError(lines.join('\n'))
}

/** `modules[2].lessons[0].title: `, or nothing for the whole file. */
function place(path: readonly PropertyKey[]): string {
  if (path.length === 0) return ''
  const parts = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
  return `${parts.join('').replace(/^\./, '')}: `
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
}
