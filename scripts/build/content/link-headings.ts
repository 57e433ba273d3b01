/** A rehype plugin: gives headings ids, makes each link to itself, and lists them. */
import type { Heading } from '#content/schema/compiled.ts'

/** As much of a HTML syntax tree as this needs. */
interface HtmlNode {
  type: string
  tagName?: string
  value?: string
  properties?: Record<string, unknown>
  children?: HtmlNode[]
}

/** @param headings gets the headings of depth 2 and 3, in order */
export function linkHeadings(headings: Heading[]): (tree: HtmlNode) => void {
  return (tree) => visit(tree, headings, new Set())
}

function visit(node: HtmlNode, headings: Heading[], ids: Set<string>): void {
  const depth = node.tagName === 'h2' ? 2 : node.tagName === 'h3' ? 3 : undefined
  if (depth !== undefined) {
    const text = textOf(node)
    const id = freeId(slugOf(text), ids)
    headings.push({ id, text, depth })
    const link: HtmlNode = {
      type: 'element',
      tagName: 'a',
      properties: { href: `#${id}`, className: ['heading-link'] },
      children: node.children ?? [],
    }
    node.properties = { ...node.properties, id }
    node.children = [link]
    return
  }
  for (const child of node.children ?? []) visit(child, headings, ids)
}

function textOf(node: HtmlNode): string {
  return (node.value ?? '') + (node.children ?? []).map(textOf).join('')
}

/** `What “available” means` gives `what-available-means`. */
function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return slug === '' ? 'section' : slug
}

function freeId(slug: string, ids: Set<string>): string {
  let id = slug
  for (let count = 2; ids.has(id); count++) id = `${slug}-${count}`
  ids.add(id)
  return id
}
