/** Checks an MDX text before it is compiled: known terms, safe links, no code of its own. */
import type { Glossary } from '#content/schema/glossary.ts'
import { ContentError } from '#content/schema/read-data.ts'

/** @throws ContentError that names the file and the line */
export function checkText(file: string, source: string, glossary: Glossary): void {
  const terms = new Set(glossary.map(({ id }) => id))
  let isCode = false
  for (const [index, line] of source.split('\n').entries()) {
    if (line.startsWith('```')) isCode = !isCode
    if (isCode) continue
    const where = `${file}:${index + 1}`
    if (/^(import|export)\s/.test(line)) {
      throw new ContentError(
        `${where}: a text has no imports and exports; its figures are in app/_content/components.tsx`,
      )
    }
    for (const [, id = ''] of line.matchAll(/<Term\s+id="([^"]*)"/g)) {
      if (!terms.has(id)) {
        throw new ContentError(`${where}: the glossary has no term "${id}" (content/glossary.yaml)`)
      }
    }
    if (/\]\(http:|href="http:/.test(line)) {
      throw new ContentError(`${where}: links to other sites must be https`)
    }
  }
}
