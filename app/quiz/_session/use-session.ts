'use client'
/** What a learner does in a session: each act is an entry of the outbox, and is kept here as well. */
import { useEffect, useRef, useState } from 'react'
import { type Answer, isRubricKind } from '../../_quiz/answer.ts'
import { keyOf } from '../../_quiz/offline/kept-keys.ts'
import { outbox } from '../../_quiz/offline/outbox-here.ts'
import type { SentEntry } from '../../_quiz/wire.ts'
import { newVersion } from '../../labs/_workspace/drafts/new-version.ts'
import type { Session, SessionItem } from './session-item.ts'
import {
  type Draft,
  emptyMemory,
  readMemory,
  type SessionMemory,
  writeMemory,
} from './session-memory.ts'
import { type Told, toldAgain, toldBy, useTold } from './told.ts'

export interface SessionDesk {
  readonly memory: SessionMemory
  readonly told: ReadonlyMap<string, Told>
  readonly current: SessionItem | undefined
  isDone(cardId: string): boolean
  shareOf(cardId: string): number | undefined
  goTo(cardId: string | undefined): void
  keepDraft(cardId: string, draft: Draft): void
  answer(item: SessionItem, answer: Answer, confidence: Draft['confidence']): Promise<void>
  undo(item: SessionItem): Promise<void>
  putAside(item: SessionItem): Promise<void>
  /**
   * Tells once more what was told after an answer of today, which is gone with an earlier page.
   * Rejects with a sentence for the reader when it cannot be had now.
   */
  explain(item: SessionItem): Promise<void>
}

export function useSession(session: Session): SessionDesk {
  const [memory, setMemory] = useState(() => emptyMemory(session))
  const { told, tell } = useTold()
  const latest = useRef(memory)
  const change = (make: (before: SessionMemory) => SessionMemory) => {
    latest.current = make(latest.current)
    setMemory(latest.current)
    writeMemory(latest.current)
  }
  // The browser's storage exists only there, so it is read after the first rendering.
  useEffect(() => {
    latest.current = readMemory(session)
    setMemory(latest.current)
  }, [session])
  return {
    memory,
    told,
    ...standingOf(session.items, memory),
    goTo: (currentId) => change((before) => ({ ...before, currentId })),
    keepDraft: (cardId, draft) =>
      change((before) => ({
        ...before,
        currentId: cardId,
        drafts: { ...before.drafts, [cardId]: draft },
      })),
    async answer(item, answer, confidence) {
      const { cardId } = item
      const id = newVersion()
      const after = latest.current.done[cardId]?.entryId ?? item.lastId
      const confident = confidence === undefined ? {} : { confidence }
      const sent = { ...stamped(id, cardId), kind: 'answer', answer, after, ...confident } as const
      // Before it is sent: closing the tab now must not ask for it again.
      tell(cardId, { kind: 'sending' })
      change((before) => withDone(before, cardId, { entryId: id }))
      const what = toldBy(await outbox.put(sent), sent, session.day)
      tell(cardId, what)
      if (what.kind === 'refused') change((before) => withoutDone(before, cardId))
      if (what.kind === 'judged') {
        const { share } = what.graded
        change((before) => withDone(before, cardId, { entryId: id, share }))
      }
    },
    async undo({ cardId, lastId }) {
      const undoes = latest.current.done[cardId]?.entryId ?? lastId
      if (undoes === null) return
      change((before) => withoutDone(before, cardId))
      tell(cardId, undefined)
      await outbox.put({ ...stamped(newVersion(), cardId), kind: 'undo', undoes })
    },
    async explain(item) {
      const feedback = await keyOf(item.cardId, session.day)
      tell(item.cardId, toldAgain(feedback, latest.current, item))
    },
    async putAside({ cardId }) {
      change((before) => ({ ...before, currentId: undefined, aside: [...before.aside, cardId] }))
      await outbox.put({ ...stamped(newVersion(), cardId), kind: 'suspend' })
    },
  }
}

/** Which cards are done, and which one is shown. */
function standingOf(
  items: readonly SessionItem[],
  memory: SessionMemory,
): Pick<SessionDesk, 'current' | 'isDone' | 'shareOf'> {
  const answeredBefore = (cardId: string) =>
    memory.undone.includes(cardId)
      ? undefined
      : items.find((item) => item.cardId === cardId)?.answered
  const isDone = (cardId: string) =>
    memory.done[cardId] !== undefined ||
    memory.aside.includes(cardId) ||
    answeredBefore(cardId) !== undefined
  const current =
    items.find(({ cardId }) => cardId === memory.currentId) ??
    items.find(({ cardId }) => !isDone(cardId))
  const shareOf = (cardId: string) => memory.done[cardId]?.share ?? answeredBefore(cardId)
  return { current, isDone, shareOf }
}

function stamped(id: string, cardId: string): Pick<SentEntry, 'id' | 'cardId' | 'at' | 'timeZone'> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return { id, cardId, at: new Date().toISOString(), timeZone }
}

function withDone(
  memory: SessionMemory,
  cardId: string,
  done: SessionMemory['done'][string],
): SessionMemory {
  const isHere = memory.currentId === undefined || memory.done[cardId] === undefined
  // What the server says may come when the learner has gone on.
  const currentId = isHere ? cardId : memory.currentId
  return { ...memory, currentId, done: { ...memory.done, [cardId]: done } }
}

function withoutDone(memory: SessionMemory, cardId: string): SessionMemory {
  const { [cardId]: _, ...done } = memory.done
  const undone = [...new Set([...memory.undone, cardId])]
  return { ...memory, currentId: cardId, done, undone }
}

/** Whether its learner judges it, so that its key is asked for before the answer is sent. */
export function isSelfJudged({ shown }: SessionItem): boolean {
  return shown.kind === 'flash' || isRubricKind(shown.question.kind)
}
