/**
 * A copy that may fall behind, and two who can keep it from falling too far: the reader, who counts
 * time, and the writer, who counts versions. c1 writes 1, 2, 3 … at the leader n1; c2 reads at n3.
 */
import { type ClientOperation, DEFAULT_BUDGETS, type ReadAge, readAges } from '#core'
import { BoundedStore, type BoundSettings } from '#systems/leader-store/bounded-store.ts'
import type { StoreCommand } from '#systems/leader-store/leader-store.ts'
import { MS, NEAR } from '../../figures/network.ts'
import { latencyMs, operationsOf, textOf } from '../../figures/operations.ts'
import { registerHistory } from '../../figures/register-judgement.ts'
import type { RunFigure, VersionsFigure } from '../../schema/figure.ts'

type Choice = {
  readonly keeper: 'nobody' | 'reader' | 'writer'
  readonly link: 'whole' | 'cut'
}

const AGE_MS_MAX = 100
const VERSIONS_MAX = 2
/** A write that takes longer than this was held back. */
const HELD_MS = 120
const TIMEOUT = 400 * MS

const run: RunFigure<Choice> = {
  kind: 'run',
  node: BoundedStore,
  seed: 2,
  controls: [
    {
      id: 'keeper',
      legend: 'The bound is kept by',
      options: [
        { id: 'nobody', name: 'nobody' },
        { id: 'reader', name: 'the reader', detail: `refuses after ${AGE_MS_MAX} ms` },
        { id: 'writer', name: 'the writer', detail: `waits at ${VERSIONS_MAX} versions` },
      ],
    },
    {
      id: 'link',
      legend: 'n3',
      options: [
        { id: 'whole', name: 'hears everybody' },
        { id: 'cut', name: 'is cut off for 220 ms' },
      ],
    },
  ],
  first: { keeper: 'nobody', link: 'cut' },
  predict: {
    question: 'What happens to c1 and c2?',
    options: [
      { id: 'fresh', name: 'nothing: reads stay within both bounds' },
      { id: 'old', name: 'c2 reads something older than both bounds' },
      { id: 'refused', name: 'c2 is refused' },
      { id: 'held', name: 'c1’s write has to wait' },
    ],
  },
  scenario({ keeper, link }) {
    const settings = {
      keeper,
      ageMsMax: AGE_MS_MAX,
      versionsMax: VERSIONS_MAX,
    } satisfies BoundSettings
    return {
      id: `bounded-${keeper}-${link}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: ['c1', 'c2'],
      network: NEAR,
      nemesis:
        link === 'whole'
          ? []
          : [
              { at: 110 * MS, fault: { kind: 'partition', groups: [['n1', 'n2'], ['n3']] } },
              { at: 330 * MS, fault: { kind: 'heal' } },
            ],
      operations: [
        ...[20, 75, 130, 185, 240].map((at, index) => write(at, index + 1)),
        ...[60, 150, 240, 305, 470].map(read),
      ],
      settings: { ...settings },
      safetyMicros: 540 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  tell(trace) {
    const operations = operationsOf(trace)
    const history = registerHistory(trace)
    const ages = readAges(history, { initial: 0 })
    const versions = Math.max(0, ...ages.map((age) => age.versions))
    const oldestMs = Math.max(0, ...ages.map(ageMs))
    const refused = operations.filter(({ outcome }) => outcome === 'fail')
    const writeMs = Math.max(
      ...operations.filter(({ client }) => client === 'c1').map((each) => latencyMs(each) ?? 0),
    )
    const isOld = versions > VERSIONS_MAX && oldestMs > AGE_MS_MAX
    const outcome =
      refused.length > 0 ? 'refused' : writeMs > HELD_MS ? 'held' : isOld ? 'old' : 'fresh'
    return {
      outcome,
      verdict: VERDICTS[outcome]?.(refused.length, versions, oldestMs, writeMs) ?? '',
      why: WHY[outcome] ?? '',
      properties: [
        {
          name: `No read misses more than ${VERSIONS_MAX} versions`,
          holds: versions <= VERSIONS_MAX,
        },
        { name: `No read is older than ${AGE_MS_MAX} ms`, holds: oldestMs <= AGE_MS_MAX },
        { name: 'Every request was answered', holds: refused.length === 0 },
      ],
      measures: [
        { name: 'versions missed, at most', value: `${versions}` },
        { name: 'age of a read, at most', value: `${oldestMs} ms` },
        { name: 'slowest write', value: `${writeMs} ms` },
      ],
      marks:
        refused.length > 0 ? refused.map(({ operation }) => operation) : isOld ? oldest(ages) : [],
    }
    function oldest(all: readonly ReadAge[]): readonly number[] {
      const worst = all.find((age) => ageMs(age) === oldestMs)
      return operations.flatMap(({ operation }, index) =>
        index === worst?.operation ? operation : [],
      )
    }
  },
  messageLabel(body) {
    const { type, entry } = JSON.parse(body) as {
      readonly type: string
      readonly entry?: { readonly value: number }
    }
    return entry === undefined ? '' : `${type === 'entry' ? '' : type}${entry.value}`
  },
  isNoise(body) {
    const { type } = JSON.parse(body) as { readonly type: string }
    return type === 'poll' || type === 'end' || type === 'have'
  },
  stateLabel: ({ applied }) => textOf(applied ?? null),
  expected: {
    'nobody,whole': 'fresh',
    'nobody,cut': 'old',
    'reader,whole': 'fresh',
    'reader,cut': 'refused',
    'writer,whole': 'fresh',
    'writer,cut': 'held',
  },
  summary:
    'With a whole network reads stay well within both bounds, whoever keeps them. While n3 ' +
    'is cut off and nobody keeps a bound, c2 reads a value that misses more than two versions and is ' +
    'older than 100 ms. A reader that keeps the bound of time refuses instead. A writer that keeps the bound of ' +
    'versions lets c2 read, and makes c1 wait until the cut heals.',
}

export const figure: VersionsFigure = {
  kind: 'versions',
  run,
  versionOf: ({ applied }) => (typeof applied === 'number' ? applied : 0),
  summary: run.summary,
}

const VERDICTS: Readonly<
  Record<string, (refused: number, versions: number, oldMs: number, writeMs: number) => string>
> = {
  fresh: (_, versions, oldMs) => sentenceOf(versions, oldMs),
  old: (_, versions, oldMs) =>
    `A read missed ${versions} versions, the first of them for ${oldMs} ms.`,
  refused: (refused, versions, oldMs) =>
    `c2 was refused ${refused === 1 ? 'once' : refused === 2 ? 'twice' : `${refused} times`}. ${sentenceOf(versions, oldMs)}`,
  held: (_, versions, oldMs, writeMs) =>
    `A write took ${writeMs} ms. ${sentenceOf(versions, oldMs)}`,
}

function sentenceOf(versions: number, oldMs: number): string {
  if (versions === 0) return 'No read that was answered missed anything.'
  const missed = `${versions} version${versions === 1 ? '' : 's'}`
  return `Reads missed at most ${missed}, and were at most ${oldMs} ms old.`
}

const WHY: Readonly<Record<string, string>> = {
  fresh: 'n3 heard of each write within a few milliseconds.',
  old: 'n3 cannot know how many writes it has not heard of, and nobody asked it how old its copy is.',
  refused:
    'n3 knew when it had last been complete, and that was too long ago. During the cut it could only refuse.',
  held: 'n1 took no write while n3 lacked two. The bound of versions held; the age still grew with the cut.',
}

function ageMs({ ageMicros }: ReadAge): number {
  return Math.round((ageMicros ?? 0) / MS)
}

function write(at: number, value: number): ClientOperation {
  const command: StoreCommand = { kind: 'write', key: 'x', value }
  return { at: at * MS, client: 'c1', node: 'n1', body: { ...command }, timeoutMicros: TIMEOUT }
}

function read(at: number): ClientOperation {
  const command: StoreCommand = { kind: 'read', key: 'x', from: 'copy' }
  return { at: at * MS, client: 'c2', node: 'n3', body: { ...command }, timeoutMicros: TIMEOUT }
}
