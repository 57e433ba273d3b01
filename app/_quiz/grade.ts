/** Judges an answer by its key. The server does it, and a browser for practice without a network. */
import { gradeCut } from '#content/grading/cut.ts'
import { gradeNumber } from '#content/grading/number.ts'
import { gradeOrder } from '#content/grading/order.ts'
import type { AnswerKey, KeyOption } from '#content/schema/compiled-question.ts'
import { ANSWER_KINDS, type Answer, WHOLE } from './answer.ts'

export interface Graded {
  /** How much was right, from 0 to 1. */
  readonly share: number
  /** Ids of the misconceptions that the answer shows. */
  readonly misconceptions: readonly string[]
  /** What is wrong with this very answer, in a sentence; HTML of ours. */
  readonly remark?: string | undefined
}

/**
 * @throws RangeError when the answer is not one to this question: the message says what it should be
 */
export function gradeAnswer(key: AnswerKey, answer: Answer): Graded {
  if (answer.kind === 'unsure') return { share: 0, misconceptions: [] }
  const wanted = ANSWER_KINDS[key.kind]
  if (answer.kind !== wanted) {
    throw new RangeError(`The question ${key.id} takes an answer of kind ${wanted}.`)
  }
  switch (key.kind) {
    case 'choice':
    case 'outcome':
    case 'classify':
      return gradeOne(key, answer)
    case 'choices':
      return gradeSome(key.options, answer)
    case 'claim':
      return gradeSome(
        key.claims.map(({ isBroken, ...claim }) => ({ ...claim, isRight: isBroken })),
        answer,
      )
    case 'order':
      return gradeOrdering(key, answer)
    case 'bug':
      return gradeLine(key, answer)
    case 'cut':
      return gradeLinks(key, answer)
    case 'number':
      return gradeValue(key, answer)
    case 'explain':
      return gradePoints([{ id: WHOLE, rubric: key.rubric }], answer)
    case 'design':
      return gradePoints(key.parts, answer)
    default:
      return key satisfies never
  }
}

type KeyOf<Kind extends AnswerKey['kind']> = Extract<AnswerKey, { readonly kind: Kind }>

function gradeOne({ options }: { readonly options: readonly KeyOption[] }, answer: Answer): Graded {
  const chosen = answer.kind === 'one' ? answer.option : ''
  const option = options.find(({ id }) => id === chosen)
  if (option === undefined) throw new RangeError(`There is no option ${chosen} here.`)
  return { share: option.isRight ? 1 : 0, misconceptions: named(option.misconception) }
}

function gradeSome(
  options: readonly Pick<KeyOption, 'id' | 'isRight' | 'misconception'>[],
  answer: Answer,
): Graded {
  const chosen = new Set(answer.kind === 'some' ? answer.options : [])
  const unknown = [...chosen].find((each) => !options.some(({ id }) => id === each))
  if (unknown !== undefined) throw new RangeError(`There is no option ${unknown} here.`)
  const wrong = options.filter(({ id, isRight }) => chosen.has(id) !== isRight)
  return {
    share: 1 - wrong.length / options.length,
    misconceptions: wrong.flatMap(({ misconception }) => named(misconception)),
  }
}

function gradeOrdering(key: KeyOf<'order'>, answer: Answer): Graded {
  const grade = gradeOrder(key, answer.kind === 'order' ? answer.order : [])
  if (grade.isRight) return { share: 1, misconceptions: [] }
  return { share: 0, misconceptions: named(key.misconception), remark: grade.wrongPair.why }
}

function gradeLine(key: KeyOf<'bug'>, answer: Answer): Graded {
  const line = answer.kind === 'line' ? answer.line : 0
  if (key.bugLines.includes(line)) return { share: 1, misconceptions: [] }
  const tempting = key.tempting.find((each) => each.line === line)
  return { share: 0, misconceptions: [key.misconception], remark: tempting?.why }
}

function gradeLinks(key: KeyOf<'cut'>, answer: Answer): Graded {
  const links = [...new Set(answer.kind === 'cut' ? answer.links : [])]
  const grade = gradeCut(key, links)
  if (grade.isRight) return { share: 1, misconceptions: [] }
  const same = key.tempting.find(
    (each) => each.links.length === links.length && each.links.every((l) => links.includes(l)),
  )
  return {
    share: 0,
    misconceptions: named(same?.misconception),
    remark: [grade.message, same?.why].filter((text) => text !== undefined).join(' '),
  }
}

function gradeValue(key: KeyOf<'number'>, answer: Answer): Graded {
  if (answer.kind !== 'number') return { share: 0, misconceptions: [] }
  const grade = gradeNumber(key, answer)
  const common = grade.common === undefined ? undefined : key.common[grade.common]
  return {
    share: grade.isRight ? 1 : 0,
    misconceptions: named(common?.misconception),
    remark: common?.why,
  }
}

function gradePoints(
  parts: readonly { readonly id: string; readonly rubric: readonly unknown[] }[],
  answer: Answer,
): Graded {
  const points = parts.flatMap(({ id, rubric }) => rubric.map((_, index) => `${id}/${index}`))
  const found = new Set(answer.kind === 'words' ? answer.points : [])
  const had = points.filter((point) => found.has(point))
  return { share: points.length === 0 ? 0 : had.length / points.length, misconceptions: [] }
}

function named(misconception: string | undefined): readonly string[] {
  return misconception === undefined ? [] : [misconception]
}
