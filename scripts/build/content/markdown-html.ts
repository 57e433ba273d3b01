/**
 * Makes HTML of many short Markdown texts at once: they become one MDX document, compiled as
 * lessons are, whose parts are rendered one by one. A compiler for each would take minutes.
 */
import { getMDXComponent } from 'mdx-bundler/client/index.js'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { ContentError } from '#content/schema/read-data.ts'
import { compileText } from './compile-text.ts'

export interface MarkdownText {
  /** Shown in messages: file, question, field. */
  readonly where: string
  readonly markdown: string
  /** One paragraph, and no element around it, so that it can stand in a label. */
  readonly isInline: boolean
}

/** `htmlOf`, or one that remembers what was made before. */
export type MakeHtml = (texts: readonly MarkdownText[]) => Promise<readonly string[]>

/**
 * @returns the HTML of each text, in their order
 * @throws ContentError that names the text which is not Markdown
 */
export async function htmlOf(texts: readonly MarkdownText[]): Promise<readonly string[]> {
  for (const { where, markdown } of texts) checkSigns(where, markdown)
  const parts = await renderedParts(texts)
  return texts.map(({ where, isInline }, index) => {
    const html = (parts.get(index) ?? '').trim()
    if (!isInline) return html
    const [, inner] = /^<p>([^]*)<\/p>$/.exec(html) ?? []
    if (inner !== undefined && !inner.includes('<p>')) return inner
    throw new ContentError(`${where}: must be one paragraph, without lists and blocks of code`)
  })
}

/** To MDX braces are code and angle brackets elements; questions have neither. */
function checkSigns(where: string, markdown: string): void {
  const words = markdown.replaceAll(/^```[^]*?^```$/gm, '').replaceAll(/`[^`]*`/g, '')
  const [sign] = /[{}<]/.exec(words) ?? []
  if (sign === undefined) return
  throw new ContentError(`${where}: has a “${sign}” outside of code: put it into backquotes`)
}

async function renderedParts(texts: readonly MarkdownText[]): Promise<ReadonlyMap<number, string>> {
  const { code } = await compileAll(texts)
  const children = new Map<number, ReactNode>()
  const Part = ({ n, children: inner }: { readonly n: string; readonly children: ReactNode }) => {
    children.set(Number(n), inner)
    return null
  }
  renderToStaticMarkup(createElement(getMDXComponent(code), { components: { Part } }))
  return new Map([...children].map(([index, inner]) => [index, renderToStaticMarkup(inner)]))
}

async function compileAll(texts: readonly MarkdownText[]): Promise<{ readonly code: string }> {
  const source = texts
    .map(({ markdown }, index) => `<Part n="${index}">\n\n${markdown.trim()}\n\n</Part>`)
    .join('\n\n')
  return await compileText('questions', source)
}
