/** Renders a compiled text (see app/_server/content.ts) on the server. */
import 'katex/dist/katex.min.css'
import { getMDXComponent, type MDXContentProps } from 'mdx-bundler/client'
import type { FunctionComponent } from 'react'
import { MDX_COMPONENTS } from './components.tsx'
import { WideTable } from './wide-table.tsx'

type Components = NonNullable<MDXContentProps['components']>

/**
 * @param code from `readLesson` or `readInstructions`
 * @param components more names for the text to use; the common ones are always there
 */
export function Mdx({
  code,
  components = {},
}: {
  readonly code: string
  readonly components?: Components
}) {
  const Content = contentOf(code)
  return <Content components={{ ...MDX_COMPONENTS, table: WideTable, ...components }} />
}

const contents = new Map<string, FunctionComponent<MDXContentProps>>()

/** Evaluating a text costs milliseconds; the same text is evaluated once. */
function contentOf(code: string): FunctionComponent<MDXContentProps> {
  let content = contents.get(code)
  if (content === undefined) {
    content = getMDXComponent(code)
    contents.set(code, content)
  }
  return content
}
