/**
 * How the anomalies of transactions are told (Adya 1999; Kingsbury & Alvaro 2020; Cerone et
 * al. 2015): what each anomaly means for the last transaction, and what to ask.
 */
import { ISOLATION_LEVELS } from '../../check/transactions/isolation-levels.ts'
import type { LevelWording } from './levels.ts'

interface AnomalyWording {
  /** Ends the sentence about the last transaction of the story. */
  readonly verdict: string
  readonly ask: string
}

/** What went wrong, by the kind of anomaly; those of real time and of sessions share its words. */
const ANOMALIES: Readonly<Record<string, AnomalyWording>> = {
  G0: {
    verdict: 'so that each overwrote the other',
    ask: 'Which of the two writes came last on each of the two keys?',
  },
  G1a: {
    verdict: 'which was read although it had been aborted',
    ask: 'When may a value leave the transaction that wrote it?',
  },
  G1b: {
    verdict: 'which was read before its transaction had written its last value',
    ask: 'Which of its values may a transaction show to others?',
  },
  G1c: {
    verdict: 'so that each saw what the other did',
    ask: 'Which of the two could have committed first?',
  },
  'G-single': {
    verdict: 'so that one saw a part of what the other did and not the rest',
    ask: 'At which moment was each of the values read, and was it one moment?',
  },
  'G2-item': {
    verdict: 'so that each missed what the other wrote',
    ask: 'What had each of them read that the other was about to change?',
  },
  'lost-update': {
    verdict: 'so that one of the two updates is gone',
    ask: 'What had both read before they wrote, and who looked whether it was still so?',
  },
  'long-fork': {
    verdict: 'so that the readers saw two writes in different orders',
    ask: 'Which snapshot did each reader have, and can both have been moments of one database?',
  },
  internal: {
    verdict: 'which does not fit what it had done itself',
    ask: 'What must a transaction see of its own writes and reads?',
  },
  'non-repeatable-read': {
    verdict: 'which shows one key with two values, neither of them its own',
    ask: 'What changed between the two reads, and who should not have noticed?',
  },
  'no-version-order': {
    verdict: 'so that no order of the writes leaves the transactions without a circle',
    ask: 'Which order of the writes does each transaction ask for?',
  },
  'garbage-read': {
    verdict: 'which nobody had written',
    ask: 'Where could this value come from?',
  },
  'duplicate-elements': {
    verdict: 'which holds one element twice',
    ask: 'How often was the append carried out, and how often was it asked for?',
  },
  'incompatible-order': {
    verdict: 'so that two reads disagree about the order of the writes',
    ask: 'Which copy answered each of the two reads?',
  },
}

const ASK_OF_ALL = 'Which of these transactions would have to come first, and which one last?'

/** The wording of this anomaly under this level; undefined where neither is of transactions. */
export function isolationWording(level: string, kind: string): LevelWording | undefined {
  const claim = ISOLATION_LEVELS.find(({ id }) => id === level)?.sentence
  const anomaly = anomalyWording(kind)
  if (claim === undefined && anomaly === undefined) return undefined
  return {
    claim: claim ?? 'Transactions do not get into each other’s way.',
    verdict: `${anomaly?.verdict ?? 'so that no order of the transactions can explain it'}${tieOf(kind)}`,
    ask: anomaly?.ask ?? ASK_OF_ALL,
  }
}

/** The words for this kind of anomaly, if it has some. */
function anomalyWording(kind: string): AnomalyWording | undefined {
  const plain = kind.replace(/-(process|realtime)$/, '')
  return Object.hasOwn(ANOMALIES, plain) ? ANOMALIES[plain] : undefined
}

/** True when this kind of anomaly has words of its own. */
export function hasAnomalyWording(kind: string): boolean {
  return anomalyWording(kind) !== undefined
}

/** Some circles close only because of what one session did in order, or of real time. */
function tieOf(kind: string): string {
  if (kind.endsWith('-process')) return ', given the order of one session'
  return kind.endsWith('-realtime') ? ', given what was over before the other began' : ''
}
