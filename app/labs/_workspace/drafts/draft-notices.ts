/** What the learner is told about their draft, each with the one thing to do about it. */
import type { VersionId } from '../attempts/version.ts'
import type { NoticeText } from '../notice.tsx'
import type { CodeSlot } from './code-slot.ts'
import type { StepIds } from './draft-api.ts'
import type { DraftSnapshot } from './draft-keeper.ts'
import type { Desk, ReplacedDraft } from './draft-view.ts'
import type { FirstText } from './first-text.ts'
import { storageOfPage } from './storage-of-page.ts'

interface Around {
  readonly ids: StepIds
  readonly starter: string
  readonly slot: CodeSlot
  readonly say: (notice: NoticeText) => void
  readonly compare: (left: VersionId) => void
}

export interface DraftNotices {
  readonly onOpened: (opened: {
    readonly desk: Desk
    readonly first: FirstText
    readonly draft: DraftSnapshot
  }) => void
  readonly onReplaced: (replaced: ReplacedDraft) => void
  readonly onNewer: (source: string) => void
}

export function draftNotices({ ids, starter, slot, say, compare }: Around): DraftNotices {
  const offer = (text: string, { attemptId }: ReplacedDraft) => {
    remember(ids, attemptId)
    say({ text, action: { label: 'Compare', run: () => compare(`attempt:${attemptId}`) } })
  }
  const begin = () => {
    const undo = slot.replace(starter)
    // The notice that led here closes first.
    queueMicrotask(() =>
      say({ text: 'Our starter is open.', action: { label: 'Undo', run: undo } }),
    )
  }
  return {
    onOpened({ desk: { replaced }, first: { from }, draft }) {
      if (replaced !== undefined && !isRemembered(ids, replaced.attemptId)) {
        offer('Other code of yours for this step was kept aside: newer code replaced it.', replaced)
      } else if (from !== undefined && !draft.isEdited) {
        const passed = from.code?.isPassed === true ? ', which passed' : ''
        say({
          text: `You go on from your code of “${from.title}”${passed}.`,
          action: { label: 'Start from our starter', run: begin },
        })
      }
    },
    onReplaced: (replaced) =>
      offer(
        'This step was also edited in another tab or on another machine. That code is kept aside.',
        replaced,
      ),
    onNewer(source) {
      const undo = slot.replace(source)
      say({
        text: 'You went on with this step elsewhere. Your newest code is open.',
        action: { label: 'Undo', run: undo },
      })
    },
  }
}

function keyOf({ labId, stepId }: StepIds): string {
  return `netsplit:kept-aside:${labId}/${stepId}`
}

function isRemembered(ids: StepIds, attemptId: string): boolean {
  return storageOfPage().getItem(keyOf(ids)) === attemptId
}

function remember(ids: StepIds, attemptId: string): void {
  try {
    storageOfPage().setItem(keyOf(ids), attemptId)
  } catch {
    // Then it is offered once more at the next visit.
  }
}
