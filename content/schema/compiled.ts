/** What the content build writes and the web process reads; `search.json` is a MiniSearch index. */
import type { CheatSheet } from './cheat-sheet.ts'
import type { Course } from './course.ts'
import type { Glossary } from './glossary.ts'
import type { InstructionsFrontmatter, LessonFrontmatter } from './lesson.ts'
import type { TextSection } from './search.ts'

/** A heading of a text, for the list of contents. */
export interface Heading {
  readonly id: string
  readonly text: string
  readonly depth: 2 | 3
}

/** What a text has to offer; what a reader did in a lesson is counted against it. */
export interface LessonOutline {
  readonly figures: readonly string[]
  /** Ids, as of `questionId`. */
  readonly questions: readonly string[]
}

/** One compiled text: a file of its own, named by the hash of all that went into it. */
export interface CompiledText<Frontmatter> {
  readonly frontmatter: Frontmatter
  readonly headings: readonly Heading[]
  /** For the search. */
  readonly sections: readonly TextSection[]
  readonly outline: LessonOutline
  /** For `getMDXComponent` of mdx-bundler/client. */
  readonly code: string
}

export type CompiledLesson = CompiledText<LessonFrontmatter>
export type CompiledInstructions = CompiledText<InstructionsFrontmatter>

/** `manifest.json`: which file holds which text. */
export interface ContentManifest {
  readonly course: Course
  readonly glossary: Glossary
  readonly cheatSheet: CheatSheet
  /** Hash by slug. */
  readonly lessons: Readonly<Record<string, string>>
  /** By slug. */
  readonly outlines: Readonly<Record<string, LessonOutline>>
  /** Hash by `lab/step`. */
  readonly instructions: Readonly<Record<string, string>>
}
