/** Pairs of version vectors: which is newer, if either is? */
import type { QuestionOf } from '#content/schema/question.ts'
import { Prng } from '#core'
import type { Generated } from './generated.ts'

type ChoiceQuestion = Generated<QuestionOf<'choice'>>
type Options = ChoiceQuestion['options']
type Vector = readonly number[]

const NODES = ['A', 'B', 'C'] as const
/** How many pairs of each relation; of the concurrent ones, sums differ, so that they mislead. */
const WANTED = { concurrent: 4, first: 2, second: 2 } as const
type Relation = keyof typeof WANTED

/** The questions, always the same ones. */
export function versionVectors(): readonly ChoiceQuestion[] {
  const left = new Map<Relation, number>(Object.entries(WANTED) as [Relation, number][])
  const questions: ChoiceQuestion[] = []
  for (let seed = 1; questions.length < 8; seed++) {
    const prng = new Prng(seed, 'vectors')
    const first = NODES.map(() => prng.between(0, 4))
    const second = NODES.map(() => prng.between(0, 4))
    const relation = relationOf(first, second)
    if (relation === undefined || sum(first) === sum(second)) continue
    const open = left.get(relation) ?? 0
    if (open === 0) continue
    left.set(relation, open - 1)
    questions.push(questionOf(seed, first, second, relation))
  }
  return questions
}

/** Undefined when the two are equal. */
function relationOf(first: Vector, second: Vector): Relation | undefined {
  const isFirstLarger = first.some((count, index) => count > (second[index] ?? 0))
  const isSecondLarger = second.some((count, index) => count > (first[index] ?? 0))
  if (isFirstLarger && isSecondLarger) return 'concurrent'
  if (isFirstLarger) return 'first'
  return isSecondLarger ? 'second' : undefined
}

function sum(vector: Vector): number {
  return vector.reduce((total, count) => total + count, 0)
}

/** `A2 B0 C1`. */
function shown(vector: Vector): string {
  return `\`[${vector.map((count, index) => `${NODES[index] ?? ''}${count}`).join(', ')}]\``
}

function questionOf(
  seed: number,
  first: Vector,
  second: Vector,
  relation: Relation,
): ChoiceQuestion {
  const firstLeads = leadOf(first, second)
  const secondLeads = leadOf(second, first)
  const whyNewer = (lead: string, other: string) => {
    if (other === '') return `No entry of it is smaller, and ${lead}.`
    const ahead = lead === '' ? 'It is ahead nowhere' : `It is ahead where ${lead}`
    return `${ahead}. In the other, ${other}, so it does not include the other.`
  }
  const options: Options = [
    option('The first', relation === 'first', whyNewer(firstLeads, secondLeads)),
    option('The second', relation === 'second', whyNewer(secondLeads, firstLeads)),
    option(
      'Neither; they are concurrent',
      relation === 'concurrent',
      relation === 'concurrent'
        ? `Each is ahead somewhere. In the first ${firstLeads}; in the second ${secondLeads}.`
        : `For that each would have to be ahead somewhere. Only one is: ${firstLeads || secondLeads}.`,
    ),
  ]
  return {
    id: `vectors-${seed}`,
    kind: 'choice',
    lesson: 'causal-consistency',
    futureLesson: 'Vector clocks and version vectors',
    difficulty: 1,
    prompt: `Two values of one key carry the version vectors ${shown(first)} and ${shown(second)}. Which is newer?`,
    options,
    explanation:
      relation === 'concurrent'
        ? `Compare entry by entry: in the first ${firstLeads}; in the second ${secondLeads}. The sums, ${sum(first)} and ${sum(second)}, say nothing. Both values must be kept, or merged.`
        : `Compare entry by entry: ${firstLeads || secondLeads}, and no entry is the other way round. So the ${relation} one includes the other, whose value can be dropped.`,
    sources: [{ source: 'parker-83', for: 'comparison of version vectors' }],
  }
}

function option(text: string, isRight: boolean, why: string): Options[number] {
  return isRight ? { text, isRight, why } : { text, why, misconception: 'bigger-sum-wins' }
}

/** Where one vector is ahead of another: `B has 3 against 1`; empty when nowhere. */
function leadOf(vector: Vector, other: Vector): string {
  return vector
    .flatMap((count, index) =>
      count > (other[index] ?? 0)
        ? [`${NODES[index] ?? ''} has ${count} against ${other[index] ?? 0}`]
        : [],
    )
    .join(', ')
}
