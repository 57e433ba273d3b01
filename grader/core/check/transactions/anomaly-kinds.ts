/**
 * What can go wrong between transactions, as data. The G names are Adya's ("Weak Consistency",
 * PhD thesis, MIT 1999, chapter 3; Adya, Liskov and O'Neil, "Generalized Isolation Level
 * Definitions", ICDE 2000), the others are those of the literature named with each.
 */

/** Cycles of dependencies, from the gravest to the mildest. */
export type CycleClass = 'G0' | 'G1c' | 'G-single' | 'long-fork' | 'G2-item'

/** With a suffix: the cycle also needs the order of a session, or of real time. */
export type CycleKind = CycleClass | `${CycleClass}-process` | `${CycleClass}-realtime`

export type TransactionAnomalyKind =
  | 'garbage-read'
  | 'duplicate-elements'
  | 'internal'
  | 'incompatible-order'
  | 'G1a'
  | 'G1b'
  | 'non-repeatable-read'
  | 'lost-update'
  | 'no-version-order'
  | CycleKind

export interface AnomalyDescription {
  /** As a learner knows it. */
  readonly title: string
  /** What it is, in one sentence. */
  readonly sentence: string
  readonly source: string
}

const ADYA = 'Adya, Liskov and O’Neil 2000'
const ELLE = 'Kingsbury and Alvaro, “Elle”, VLDB 2020'

export const CYCLE_CLASSES: readonly CycleClass[] = [
  'G0',
  'G1c',
  'G-single',
  'long-fork',
  'G2-item',
]

const CYCLES: Readonly<Record<CycleClass, AnomalyDescription>> = {
  G0: {
    title: 'Dirty write',
    sentence: 'Transactions overwrote each other in a circle, so neither wrote as a whole.',
    source: `${ADYA}, section 4.1`,
  },
  G1c: {
    title: 'Circular information flow',
    sentence: 'Each transaction of a circle saw or overwrote what the one before it wrote.',
    source: `${ADYA}, section 4.2`,
  },
  'G-single': {
    title: 'Read skew',
    sentence: 'A transaction saw part of what another one did, and missed a part of it.',
    source: `${ADYA}, section 5 (G-single: Adya 1999, section 4.1)`,
  },
  'long-fork': {
    title: 'Long fork',
    sentence: 'Readers saw independent writes happen in different orders.',
    source: `Sovran et al., “Walter”, SOSP 2011; G-nonadjacent in ${ELLE}`,
  },
  'G2-item': {
    title: 'Write skew',
    sentence: 'Transactions overwrote what the others had read, and none saw it.',
    source: `${ADYA}, section 4.4; Berenson et al. 1995 (A5B)`,
  },
}

const OTHERS = {
  'garbage-read': {
    title: 'Garbage read',
    sentence: 'A transaction read a value that nobody wrote.',
    source: `${ELLE}, section 6.1`,
  },
  'duplicate-elements': {
    title: 'Duplicate elements',
    sentence: 'A list held twice what was appended once.',
    source: `${ELLE}, section 6.1`,
  },
  internal: {
    title: 'Internal inconsistency',
    sentence: 'A transaction did not read what it had itself written just before.',
    source: `${ELLE}, section 6.1; INT in Cerone, Bernardi and Gotsman, CONCUR 2015`,
  },
  'incompatible-order': {
    title: 'Incompatible order',
    sentence: 'Two reads saw the elements of one list in orders that no list can have had.',
    source: `${ELLE}, section 6.1`,
  },
  G1a: {
    title: 'Aborted read',
    sentence: 'A transaction read what another one wrote before it aborted.',
    source: `${ADYA}, section 4.2`,
  },
  G1b: {
    title: 'Intermediate read',
    sentence: 'A transaction read a value that its writer itself overwrote.',
    source: `${ADYA}, section 4.2`,
  },
  'non-repeatable-read': {
    title: 'Non-repeatable read',
    sentence: 'A transaction read a key twice and saw two values, neither being its own.',
    source: 'Berenson et al., “A Critique of ANSI SQL Isolation Levels”, SIGMOD 1995 (P2)',
  },
  'lost-update': {
    title: 'Lost update',
    sentence: 'A transaction wrote a key by what it had read, which another had overwritten.',
    source: 'Berenson et al., “A Critique of ANSI SQL Isolation Levels”, SIGMOD 1995 (P4)',
  },
  'no-version-order': {
    title: 'No order of the writes fits',
    sentence: 'Whatever order the writes of each key are given, some circle remains.',
    source: 'Papadimitriou, “The Serializability of Concurrent Database Updates”, JACM 1979',
  },
} as const satisfies Readonly<Record<string, AnomalyDescription>>

const SUFFIXES = {
  '-process': {
    title: 'against the order of a session',
    sentence: 'The circle needs the order in which one client called.',
    source: 'Daudjee and Salem, ICDE 2004',
  },
  '-realtime': {
    title: 'against real time',
    sentence: 'The circle needs that one transaction ended before another began.',
    source: 'Herlihy and Wing 1990, section 3; Papadimitriou 1979',
  },
} as const satisfies Readonly<Record<string, AnomalyDescription>>

/** Each kind with its description; a diagram or a story has its own words to add. */
export const ANOMALY_KINDS: ReadonlyMap<TransactionAnomalyKind, AnomalyDescription> = new Map(
  describeAll(),
)

function describeAll(): [TransactionAnomalyKind, AnomalyDescription][] {
  const all: [TransactionAnomalyKind, AnomalyDescription][] = []
  for (const [kind, description] of Object.entries(OTHERS)) {
    all.push([kind as keyof typeof OTHERS, description])
  }
  for (const kind of CYCLE_CLASSES) {
    const base = CYCLES[kind]
    all.push([kind, base])
    for (const [suffix, { title, sentence, source }] of Object.entries(SUFFIXES)) {
      const name = `${kind}${suffix as keyof typeof SUFFIXES}` as const
      all.push([
        name,
        {
          title: `${base.title} ${title}`,
          sentence: `${base.sentence} ${sentence}`,
          source: `${base.source}; ${source}`,
        },
      ])
    }
  }
  return all
}
