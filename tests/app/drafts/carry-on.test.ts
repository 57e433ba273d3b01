/** Code on its way from one step of a lab to the next. */
import { describe, expect, it } from 'vitest'
import { carryOn, kitOf } from '#app/labs/_workspace/drafts/carry-on.ts'
import type { EarlierStep } from '#app/labs/_workspace/drafts/draft-view.ts'
import { firstText } from '#app/labs/_workspace/drafts/first-text.ts'
import { labs } from '#labs/index.ts'

describe('the import of the kit', () => {
  it.each([
    ["import { RaftNode } from 'netsplit/raft'", "import { RaftNode } from 'netsplit/raft-log'"],
    ['import type { A } from "netsplit/raft"', 'import type { A } from "netsplit/raft-log"'],
    [
      "import {\n  A,\n  type B,\n} from 'netsplit/raft'\n",
      "import {\n  A,\n  type B,\n} from 'netsplit/raft-log'\n",
    ],
    ["import 'netsplit/raft'", "import 'netsplit/raft-log'"],
    ["export { A } from'netsplit/raft'", "export { A } from'netsplit/raft-log'"],
  ])('%j becomes %j', (before, after) => {
    expect(carryOn(before, 'netsplit/raft', 'netsplit/raft-log')).toBe(after)
  })

  it.each([
    "import { Node } from 'netsplit'",
    "import { A } from 'netsplit/raft-log'",
    "import { A } from 'netsplit/raft/more'",
    "const text = 'netsplit/raft'",
    '// the kit of netsplit/raft',
  ])('%j stays as it is', (source) => {
    expect(carryOn(source, 'netsplit/raft', 'netsplit/raft-reads')).toBe(source)
  })

  it('is the lab itself unless the step names another', () => {
    expect(kitOf('raft', undefined)).toBe('netsplit/raft')
    expect(kitOf('raft', 'netsplit/raft-log')).toBe('netsplit/raft-log')
  })

  it('names modules that there are, for every step of every lab', () => {
    for (const lab of labs) {
      for (const step of lab.steps) {
        expect(Object.keys(lab.modules), `${lab.id}/${step.id}`).toContain(kitOf(lab.id, step.kit))
      }
    }
  })
})

describe('what a step opens with', () => {
  const election: EarlierStep = {
    id: '03-election',
    title: 'Leader election',
    kit: 'netsplit/raft',
  }
  const log: EarlierStep = { id: '04-log', title: 'Replication', kit: 'netsplit/raft-log' }
  const solved = { source: "import { R } from 'netsplit/raft'\nsolved", isPassed: true }
  const around = { starter: 'starter', submitted: undefined }

  it('the code of the step before, with the import of this one', () => {
    const from = { ...election, code: solved }
    const desk = { kit: 'netsplit/raft-log', isFresh: false, earlier: [from] }
    expect(firstText({ ...around, desk })).toEqual({
      source: "import { R } from 'netsplit/raft-log'\nsolved",
      from,
    })
  })

  it('the starter, when there is no code of the step before', () => {
    const desk = {
      kit: 'netsplit/raft-reads',
      isFresh: false,
      earlier: [{ ...election, code: solved }, log],
    }
    expect(firstText({ ...around, desk })).toEqual({ source: 'starter' })
    expect(
      firstText({ ...around, desk: { kit: 'netsplit/raft', isFresh: false, earlier: [] } }),
    ).toEqual({
      source: 'starter',
    })
  })

  it('the starter of a step that begins something new', () => {
    const desk = {
      kit: 'netsplit/raft-log',
      isFresh: true,
      earlier: [{ ...election, code: solved }],
    }
    expect(firstText({ ...around, desk })).toEqual({ source: 'starter' })
  })

  it('what was submitted for this step before any of it', () => {
    const desk = {
      kit: 'netsplit/raft-log',
      isFresh: false,
      earlier: [{ ...election, code: solved }],
    }
    expect(firstText({ ...around, submitted: 'sent', desk })).toEqual({ source: 'sent' })
  })
})
