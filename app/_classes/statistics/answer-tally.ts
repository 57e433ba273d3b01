/** What a class answered to one question: how often each option, or each distinct answer, was given. */
import type { AnswerKey, PublicQuestion } from '#content/schema/compiled-question.ts'
import type { Answer } from '../../_quiz/answer.ts'
import { gradeAnswer } from '../../_quiz/grade.ts'
import type { GivenAnswer } from './quiz-items.ts'

/** A part of a label: HTML of ours, or plain text, which learners may have typed. */
type Label = { readonly html: string } | { readonly text: string }

export interface TallyRow {
  readonly id: string
  readonly label: readonly Label[]
  /** Undefined for what is no answer: not knowing, and leaving out. */
  readonly isRight: boolean | undefined
  readonly count: number
  /** Id of the misconception that it shows. */
  readonly misconception: string | undefined
}

/** Distinct answers that are shown by themselves, for questions without options. */
const SHOWN_MAX = 6

/** Options in their order; distinct answers, of questions without options, the commonest first. */
export function tallyAnswers(
  question: PublicQuestion,
  key: AnswerKey,
  given: readonly GivenAnswer<Answer>[],
): readonly TallyRow[] {
  const options = optionsOf(question, key)
  const answers = given.flatMap(({ answer }) => answer ?? [])
  const known = answers.filter(({ kind }) => kind !== 'unsure')
  const rows =
    options === undefined
      ? distinctRows(question, key, given)
      : options.map((option) => ({
          ...option,
          count: known.filter((answer) => isChosen(answer, option.id)).length,
        }))
  const rest = [
    wordRow('unsure', '“I do not know”', answers.length - known.length),
    wordRow('left-out', 'Left out', given.length - answers.length),
  ]
  return [...rows, ...rest.filter(({ count }) => count > 0)]
}

function wordRow(id: string, text: string, count: number): TallyRow {
  return { id, label: [{ text }], isRight: undefined, count, misconception: undefined }
}

function isChosen(answer: Answer, id: string): boolean {
  return answer.kind === 'one'
    ? answer.option === id
    : answer.kind === 'some' && answer.options.includes(id)
}

/** Undefined for kinds without options. An option that should not be left out shows nothing when chosen. */
function optionsOf(
  question: PublicQuestion,
  key: AnswerKey,
): readonly Omit<TallyRow, 'count'>[] | undefined {
  if (question.kind === 'claim' && key.kind === 'claim') {
    return question.claims.map(({ id, name, sentence }) => {
      const own = key.claims.find((claim) => claim.id === id)
      const isRight = own?.isBroken === true
      const label = [{ text: `${name} is broken: “${sentence}”` }]
      return { id, label, isRight, misconception: isRight ? undefined : own?.misconception }
    })
  }
  if (!('options' in question) || !('options' in key)) return undefined
  return question.options.map(({ id, text }) => {
    const own = key.options.find((option) => option.id === id)
    const isRight = own?.isRight === true
    const label = [{ html: text }]
    return { id, label, isRight, misconception: isRight ? undefined : own?.misconception }
  })
}

function distinctRows(
  question: PublicQuestion,
  key: AnswerKey,
  given: readonly GivenAnswer<Answer>[],
): readonly TallyRow[] {
  const answered = given.flatMap(({ answer, misconceptions }) =>
    answer === undefined || answer.kind === 'unsure' ? [] : [{ answer, misconceptions }],
  )
  const rows = [...Map.groupBy(answered, ({ answer }) => idOf(answer))]
    .flatMap(([id, all]): readonly TallyRow[] => {
      const [one] = all
      if (one === undefined) return []
      const isRight = isWhollyRight(key, one.answer)
      const misconception = isRight ? undefined : one.misconceptions[0]
      return [
        { id, label: labelOf(question, one.answer), isRight, count: all.length, misconception },
      ]
    })
    .toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
  const hidden = rows.slice(SHOWN_MAX)
  const others = hidden.reduce((sum, { count }) => sum + count, 0)
  const text = `${hidden.length} other answers`
  return others === 0 ? rows : [...rows.slice(0, SHOWN_MAX), wordRow('others', text, others)]
}

/** Equal for answers that say the same. */
function idOf(answer: Answer): string {
  switch (answer.kind) {
    case 'order':
      return answer.order.join(' ')
    case 'cut':
      return [...new Set(answer.links)].toSorted().join(' ')
    case 'number':
      return `${answer.value} ${answer.unit}`
    case 'line':
      return String(answer.line)
    default:
      return JSON.stringify(answer)
  }
}

function labelOf(question: PublicQuestion, answer: Answer): readonly Label[] {
  if (question.kind === 'order' && answer.kind === 'order') {
    return answer.order.flatMap((id, at): readonly Label[] => {
      const html = question.items.find((item) => item.id === id)?.text ?? id
      return at === 0 ? [{ html }] : [{ text: ' → ' }, { html }]
    })
  }
  if (question.kind === 'bug' && answer.kind === 'line') {
    const code = question.lines.find(({ number }) => number === answer.line)?.text.trim() ?? ''
    return [{ text: `Line ${answer.line}: ${code}` }]
  }
  if (answer.kind === 'cut') {
    const links = [...new Set(answer.links)].toSorted().map((link) => link.replace('->', ' → '))
    return [{ text: links.length === 0 ? 'No link cut' : `Cut: ${links.join(', ')}` }]
  }
  return [{ text: idOf(answer) }]
}

/** An answer to an earlier wording of the question is not right. */
function isWhollyRight(key: AnswerKey, answer: Answer): boolean {
  try {
    return gradeAnswer(key, answer).share === 1
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
