/** What the page on the server gives to the workspace. */
import type { ReactNode } from 'react'
import type { CheckSummary } from '#core'
import type { TradeOffMeasure } from '#labs/kit/lab.ts'
import type { LatestSubmission } from '../../_run/submission-view.ts'
import type { Ribbon } from '../../_viz/space-time/bands.ts'
import type { EditorAssets } from '../_editor/assets.ts'
import type { Desk } from './drafts/draft-view.ts'

export interface LessonLink {
  readonly slug: string
  readonly title: string
}

export interface StepLink {
  readonly title: string
  readonly href: string
  /** It begins something new and does not go on with the code of this one. */
  readonly isFresh: boolean
}

export interface LabWorkspaceProps {
  readonly lab: { readonly id: string; readonly title: string; readonly version: number }
  readonly step: { readonly id: string; readonly title: string }
  /** What the step measures of a register is shown beside these; undefined where it does not. */
  readonly tradeOff: Pick<TradeOffMeasure, 'references' | 'documented'> | undefined
  /** The visible checks. */
  readonly checks: readonly CheckSummary[]
  readonly ribbons: readonly Ribbon[]
  readonly noise: readonly string[]
  /** The lesson that the lab belongs to, where it is written. */
  readonly lesson: LessonLink | undefined
  /** The children are the lesson's text, not the task's. */
  readonly isLessonShown: boolean
  /** The step after this one; undefined at the end of the lab. */
  readonly nextStep: StepLink | undefined
  readonly starter: string
  /** What the server knows of the reader's code. */
  readonly desk: Desk
  /** The reader's newest submission of this step. */
  readonly latest: LatestSubmission | undefined
  readonly assets: {
    readonly editor: EditorAssets
    readonly runWorker: string
    readonly compileWorker: string
  }
  /** The task or the lesson, rendered on the server. */
  readonly children: ReactNode
}
