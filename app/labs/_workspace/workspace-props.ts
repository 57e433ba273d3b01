/** What the page on the server gives to the workspace. */
import type { ReactNode } from 'react'
import type { CheckSummary } from '#core'
import type { LatestSubmission } from '../../_run/submission-view.ts'
import type { Ribbon } from '../../_viz/space-time/bands.ts'
import type { EditorAssets } from '../_editor/assets.ts'

export interface LessonLink {
  readonly slug: string
  readonly title: string
}

export interface LabWorkspaceProps {
  readonly lab: { readonly id: string; readonly title: string }
  readonly step: { readonly id: string; readonly title: string }
  /** The visible checks. */
  readonly checks: readonly CheckSummary[]
  readonly ribbons: readonly Ribbon[]
  readonly noise: readonly string[]
  /** The lesson that the lab belongs to, where it is written. */
  readonly lesson: LessonLink | undefined
  readonly starter: string
  /** The reader's newest submission of this step. */
  readonly latest: LatestSubmission | undefined
  readonly assets: {
    readonly editor: EditorAssets
    readonly runWorker: string
    readonly compileWorker: string
  }
  /** The instructions, rendered on the server. */
  readonly children: ReactNode
}
