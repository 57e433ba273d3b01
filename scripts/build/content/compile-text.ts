/** Compiles one MDX text with mdx-bundler: tables, mathematics and highlighted code included. */
import { bundleMDX } from 'mdx-bundler'
import rehypeKatex from 'rehype-katex'
import rehypePrettyCode from 'rehype-pretty-code'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import type { Heading, LessonOutline } from '#content/schema/compiled.ts'
import { ContentError } from '#content/schema/read-data.ts'
import type { TextSection } from '#content/schema/search.ts'
import { collectOutline, type OpenOutline } from './collect-outline.ts'
import { collectSections } from './collect-sections.ts'
import { linkHeadings } from './link-headings.ts'

export interface Compiled {
  readonly code: string
  /** Not checked yet. */
  readonly frontmatter: unknown
  readonly headings: readonly Heading[]
  readonly sections: readonly TextSection[]
  readonly outline: LessonOutline
}

/**
 * @param file shown in messages
 * @throws ContentError when the text is not MDX
 */
export async function compileText(file: string, source: string): Promise<Compiled> {
  const headings: Heading[] = []
  const sections: TextSection[] = []
  const outline: OpenOutline = { figures: [], questions: [] }
  try {
    const { code, frontmatter } = await bundleMDX({
      source,
      mdxOptions(options) {
        options.remarkPlugins = [...(options.remarkPlugins ?? []), remarkGfm, remarkMath]
        options.rehypePlugins = [
          ...(options.rehypePlugins ?? []),
          [linkHeadings, headings],
          // Before mathematics and code are made of many small parts.
          [collectSections, sections],
          [collectOutline, outline],
          // Screen readers read MathML; the drawn form is hidden from them.
          [rehypeKatex, { output: 'htmlAndMathml' }],
          [
            rehypePrettyCode,
            { theme: THEMES, keepBackground: false, defaultLang: { block: 'plaintext' } },
          ],
        ]
        return options
      },
      esbuildOptions(options) {
        options.minify = true
        // The error below says it; esbuild need not print it as well.
        options.logLevel = 'silent'
        options.target = ['es2022']
        return options
      },
    })
    return { code, frontmatter, headings, sections, outline }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new ContentError(`${file}: ${message}`)
  }
}

/** Both have at least 4.5:1 on the surface colours of app/tokens.css. */
const THEMES = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const
