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

/**
 * @returns the HTML of each text, in their order
 * @throws ContentError that names the text which is not Markdown
 */
export async function htmlOf(texts: readonly MarkdownText[]): Promise<readonly string[]> {
  const parts = await renderedParts(texts)
  return texts.map(({ where, isInline }, index) => {
    const html = (parts.get(index) ?? '').trim()
    if (!isInline) return html
    const [, inner] = /^<p>([^]*)<\/p>$/.exec(html) ?? []
    if (inner !== undefined && !inner.includes('<p>')) return inner
    throw new ContentError(`${where}: must be one paragraph, without lists and blocks of code`)
  })
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
  try {
    return await compileText('questions', source)
  } catch (error) {
    // One of them is at fault; which one is told by compiling each alone.
    for (const { where, markdown } of texts) {
      try {
        await compileText(where, markdown)
      } catch (cause) {
        const [first] = String(cause instanceof Error ? cause.message : cause).split('\n')
        throw new ContentError(`${first}; put braces and angle brackets into code`)
      }
    }
    throw error
  }
}
