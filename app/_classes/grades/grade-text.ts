/** A grade in words: what it is, and one sentence for each thing that it is made of. */
import { counted as countText } from '../../_ui/count-text.ts'
import type { Grade, UnitPart } from './grade.ts'
import { pointsText, signedPoints } from './points.ts'

/** `8.5 of 10`, or that there is none yet. */
export function gradeText({ kind, hundredths, hundredthsMax }: Grade): string {
  return kind === 'none'
    ? 'no grade yet'
    : `${pointsText(hundredths)} of ${pointsText(hundredthsMax)}`
}

/** In the order in which it adds up. */
export function breakdownOf(grade: Grade): readonly string[] {
  const { units, hand, adjustment, shareRule } = grade
  const isOne = units.length === 1
  const lines = units.map((unit) => {
    const what = unitText(unit, shareRule)
    const points = `${pointsText(unit.hundredths)} of ${pointsText(unit.hundredthsMax)}`
    return isOne ? `${points}: ${what}.` : `${unit.title}, ${points}: ${what}.`
  })
  if (hand !== undefined) lines.push(handText(hand))
  if (adjustment !== undefined) {
    const { kind, hundredths, by, reason } = adjustment
    const change = kind === 'set' ? `Set to ${pointsText(hundredths)}` : signedPoints(hundredths)
    lines.push(`${change} by ${by === '' ? 'somebody whose account is gone' : by}: ${reason}`)
  }
  return lines
}

/** Points without a rubric have no maximum: they come on top. */
function handText({ hundredths, hundredthsMax }: NonNullable<Grade['hand']>): string {
  const max = hundredthsMax === 0 ? '' : ` of ${pointsText(hundredthsMax)}`
  return hundredths === undefined
    ? `Review by hand, 0${max}: none is published yet.`
    : `Review by hand: ${pointsText(hundredths)}${max}.`
}

function unitText(unit: UnitPart, shareRule: Grade['shareRule']): string {
  const { counted, isTooLate, kind } = unit
  if (counted === undefined) {
    if (isTooLate) return 'everything came too late to count'
    return kind === 'lesson' ? 'not read to its end' : 'nothing was handed in'
  }
  const { attempt, creditPercent, daysLate } = counted
  const parts = [doneText(unit, shareRule)]
  if (attempt.regradedBy !== undefined) {
    parts.push(`graded again with lab version ${attempt.regradedBy}`)
  }
  if (daysLate > 0) {
    const cost = creditPercent === 100 ? 'which costs nothing' : `−${100 - creditPercent} %`
    parts.push(`${countText(daysLate, 'day')} late (${cost})`)
  }
  return parts.join(', ')
}

function doneText({ kind, counted }: UnitPart, shareRule: Grade['shareRule']): string {
  if (counted === undefined) return ''
  const { held, total, number, isPassed } = counted.attempt
  switch (kind) {
    case 'lesson':
      return 'read to its end'
    case 'quiz': {
      const percent = total === 0 ? 0 : Math.round((held / total) * 100)
      return `${percent} % right in attempt ${number}`
    }
    case 'step': {
      if (isPassed) return `attempt ${number} passed`
      if (total === 0) return `attempt ${number} could not run, so no check holds`
      const checks = `${held} of ${countText(total, 'check')} hold in attempt ${number}`
      return shareRule === 'share' ? checks : `${checks}, and only all of them count`
    }
  }
}
