/** A rehype plugin: the plain text of each section, for the search. Comes after `linkHeadings`. */
import type { TextSection } from '#content/schema/search.ts'

/** As much of a syntax tree of HTML with JSX as this needs. */
interface Node {
  readonly type: string
  readonly tagName?: string
  /** Of a JSX element. */
  readonly name?: string | null
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[]
  readonly value?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly children?: readonly Node[]
}

/** What nobody searches for: code, and questions with their wrong answers. */
const PASSED_OVER = new Set(['pre', 'Recall', 'Cite'])
/** Attributes that readers see. */
const SEEN = new Set(['question', 'title'])
/** Between two of these there is a space even if the source has none. */
const BLOCKS = new Set(['p', 'li', 'td', 'th', 'tr', 'h3', 'blockquote', 'Callout', 'ThinkFirst'])

interface OpenSection {
  readonly heading?: { readonly id: string; readonly text: string }
  text: string
}

/** @param sections gets those that have a text, in order */
export function collectSections(sections: TextSection[]): (tree: Node) => void {
  return (tree) => {
    const open: OpenSection[] = [{ text: '' }]
    visit(tree, open)
    for (const section of open) {
      // What is left of sources in brackets, whose labels were passed over.
      const bare = section.text.replaceAll(/\s*\([\s,;]*\)/g, '')
      const text = bare.replaceAll(/\s+/g, ' ').trim()
      if (text !== '') sections.push({ ...section, text })
    }
  }
}

function visit(node: Node, open: OpenSection[]): void {
  const name = node.tagName ?? node.name ?? ''
  if (PASSED_OVER.has(name)) return
  if (name === 'h2') {
    open.push({ heading: { id: String(node.properties?.id), text: textOf(node) }, text: '' })
    return
  }
  const section = open.at(-1)
  if (section === undefined) return
  if (node.type === 'text') section.text += node.value ?? ''
  for (const attribute of node.attributes ?? []) {
    if (SEEN.has(attribute.name ?? '') && typeof attribute.value === 'string') {
      section.text += ` ${attribute.value} `
    }
  }
  for (const child of node.children ?? []) visit(child, open)
  const last = open.at(-1)
  if (last !== undefined && BLOCKS.has(name)) last.text += ' '
}

function textOf(node: Node): string {
  return (node.value ?? '') + (node.children ?? []).map(textOf).join('')
}
