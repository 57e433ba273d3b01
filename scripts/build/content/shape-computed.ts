/** Questions about code, networks, numbers and histories: what is named must be there. */
import type { QuestionOf } from '#content/schema/question.ts'
import { ContentError } from '#content/schema/read-data.ts'
import { ISOLATION_LEVELS, LEVELS } from '#core'
import type { Shape, ShapeContext } from './shape.ts'

export function shapeBug(
  { kind, code, bugLines, tempting, misconception }: QuestionOf<'bug'>,
  { texts, where }: ShapeContext,
): Shape<'bug'> {
  const lines = code.trimEnd().split('\n')
  const numberOf = (text: string) => {
    const found = lines.flatMap((line, index) => (line.trim() === text ? [index + 1] : []))
    const [number] = found
    if (number !== undefined && found.length === 1) return number
    const count = found.length === 0 ? 'does not stand' : `stands ${found.length} times`
    throw new ContentError(`${where}: code: the line “${text}” ${count} in it; it must stand once`)
  }
  const html = texts.block(`\`\`\`ts\n${lines.join('\n')}\n\`\`\``, 'code')
  const drawn = html.match(/<span data-line="">[^\n]*<\/span>(?=\n|<\/code>)/g) ?? []
  const key = {
    kind,
    bugLines: bugLines.map(numberOf),
    misconception,
    tempting: tempting.map(({ line, why }) => ({
      line: numberOf(line),
      why: texts.block(why, 'tempting.why'),
    })),
  }
  const shown = lines.map((text, index) => ({ number: index + 1, text, html: drawn[index] ?? '' }))
  return { shown: { kind, code: lines.join('\n'), lines: shown }, key }
}

export function shapeCut(
  question: QuestionOf<'cut'>,
  { texts, where }: ShapeContext,
): Shape<'cut'> {
  const { kind, nodes, goal, goalParts, example, tempting } = question
  const ids = nodes.map(({ id }) => id)
  const links =
    question.links === 'all'
      ? ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => `${from}->${to}`))
      : question.links
  const foreign = [...links, ...example]
    .flatMap((link) => link.split('->'))
    .find((id) => !ids.includes(id))
  if (foreign !== undefined)
    throw new ContentError(`${where}: links: there is no node "${foreign}"`)
  const shownNodes = nodes.map(({ id, name = id, x, y }) => ({ id, name, x, y }))
  return {
    shown: { kind, goal: texts.block(goal, 'goal'), nodes: shownNodes, links },
    key: {
      kind,
      nodes: ids,
      links,
      goalParts,
      example,
      tempting: tempting.map(({ links: tried, why, misconception }) => ({
        links: tried,
        why: texts.block(why, 'tempting.why'),
        ...(misconception === undefined ? {} : { misconception }),
      })),
    },
  }
}

export function shapeNumber(
  { kind, value, unit, tolerance, units, common }: QuestionOf<'number'>,
  { texts }: ShapeContext,
): Shape<'number'> {
  const explained = common.map((wrong) => ({
    ...wrong,
    why: texts.block(wrong.why, 'common.why'),
  }))
  return {
    shown: { kind, unit, units: Object.keys(units) },
    key: { kind, value, unit, tolerance, units, common: explained },
  }
}

export function shapeClaim(
  { kind, object, initial, history, claims }: QuestionOf<'claim'>,
  { texts, where }: ShapeContext,
): Shape<'claim'> {
  const levels = object === 'transactions' ? ISOLATION_LEVELS : LEVELS
  const shown = claims.map(({ level }) => {
    const found = levels.find(({ id }) => id === level)
    if (found !== undefined) return { id: level, name: found.name, sentence: found.sentence }
    const known = levels.map(({ id }) => id).join(', ')
    throw new ContentError(`${where}: claims: core has no level "${level}": choose of ${known}`)
  })
  const key = claims.map(({ level, isBroken, why, misconception }) => ({
    id: level,
    isBroken,
    why: texts.block(why, 'claims.why'),
    ...(misconception === undefined ? {} : { misconception }),
  }))
  return {
    shown: { kind, object, initial, history, claims: shown },
    key: { kind, claims: key },
  }
}
