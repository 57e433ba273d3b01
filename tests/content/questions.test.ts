/** The questions as a whole: what they name exists, nothing stands twice, and how many there are. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIGURES } from '#app/_viz/figures/registry.ts'
import { QUESTION_RUNS } from '#app/_viz/question-runs/registry.ts'
import { gradeOrder } from '#content/grading/order.ts'
import type { AnswerKey } from '#content/schema/compiled-question.ts'
import { QUESTION_KINDS, type Question, TOPICS } from '#content/schema/question.ts'
import { present } from '#core'
import { compileText } from '../../scripts/build/content/compile-text.ts'
import { compileAllQuestions } from '../../scripts/build/content/question-step.ts'
import { generatedFiles } from '../../scripts/questions/generated-files.ts'
import { ROOT } from '../../scripts/state/paths.ts'
import { allTexts, COURSE, LESSONS } from '../support/lesson-texts.ts'
import { CARDS, MISCONCEPTIONS, QUESTION_SOURCES, QUESTIONS } from '../support/questions.ts'

const EACH_KIND_MIN = 12
const DESIGNS = { min: 8, max: 10 }
const EACH_LESSON_MIN = 3
const ALL_MIN = 200

const texts = allTexts()
const headings = new Map<string, ReadonlySet<string>>()
for (const { slug } of LESSONS) {
  const file = `content/lessons/${slug}/lesson.mdx`
  const { headings: found } = await compileText(file, texts.get(file) ?? '')
  headings.set(slug, new Set(found.map(({ id }) => id)))
}
// Refuses what is not there: lessons, headings, misconceptions, sources, lines, levels.
const { questions, answers } = await compileAllQuestions({ root: ROOT, course: COURSE, headings })
const shown = new Map(questions.questions.map((question) => [question.id, question]))

/** What makes a question another one than one with the same prompt. */
function wordsOf(question: Question): string {
  const more = {
    choice: () => '',
    choices: () => '',
    outcome: () => '',
    order: () => JSON.stringify(question),
    bug: () => ('code' in question ? question.code : ''),
    cut: () => ('goal' in question ? question.goal : ''),
    number: () => '',
    classify: () => ('subject' in question ? JSON.stringify(question.subject) : ''),
    claim: () => ('history' in question ? question.history : ''),
    explain: () => '',
    design: () => '',
  }[question.kind]
  return `${question.prompt} ${more()}`.replaceAll(/\s+/g, ' ').trim()
}

describe('the questions', () => {
  it('are many, of every kind and topic', () => {
    const count = (matches: (question: Question) => boolean) => QUESTIONS.filter(matches).length
    const kinds = QUESTION_KINDS.map((kind) => [kind, count((each) => each.kind === kind)] as const)
    const topics = Object.keys(TOPICS).map(
      (topic) => [topic, count((each) => each.topic === topic)] as const,
    )
    console.info(`${QUESTIONS.length} questions`)
    console.info(kinds.map(([kind, found]) => `  ${kind}: ${found}`).join('\n'))
    console.info(topics.map(([topic, found]) => `  ${topic}: ${found}`).join('\n'))
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(ALL_MIN)
    for (const [kind, found] of kinds) {
      if (kind === 'design') {
        expect(found).toBeGreaterThanOrEqual(DESIGNS.min)
        expect(found).toBeLessThanOrEqual(DESIGNS.max)
      } else expect(found, kind).toBeGreaterThanOrEqual(EACH_KIND_MIN)
    }
    for (const [topic, found] of topics) expect(found, topic).toBeGreaterThan(0)
  })

  it('ask something about every lesson', () => {
    const few = LESSONS.filter(
      ({ slug }) => QUESTIONS.filter(({ lesson }) => lesson === slug).length < EACH_LESSON_MIN,
    )
    expect(few.map(({ slug }) => slug)).toEqual([])
  })

  it('ask nothing twice', () => {
    const words = QUESTIONS.map(wordsOf)
    expect(words.filter((each, index) => words.indexOf(each) !== index)).toEqual([])
  })

  it('can be told apart in a list by their titles', () => {
    const titles = questions.questions.map(({ title }) => title)
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })

  it('cite a source where they speak of a real system', () => {
    const bare = QUESTIONS.filter(
      ({ topic, sources }) => topic === 'systems' && sources.length === 0,
    )
    expect(bare.map(({ id }) => id)).toEqual([])
  })

  it('name claims that labs or checkers have', () => {
    const sources = globSync(['grader/core/check/**/*.ts', 'labs/**/*.ts'], { cwd: ROOT })
      .map((file) => readFileSync(join(ROOT, file), 'utf8'))
      .join('\n')
    const named = new Set(QUESTIONS.flatMap(({ labClaims }) => labClaims))
    expect([...named].filter((id) => !sources.includes(`'${id}'`))).toEqual([])
    expect(named.size).toBeGreaterThan(10)
  })

  it('do not give the right answer away by its length', () => {
    const choices = QUESTIONS.filter((each) => each.kind === 'choice')
    const longest = choices.filter(({ options }) => {
      const lengths = options.map(({ text }) => text.length)
      const right = present(
        options.find(({ isRight }) => isRight),
        'one option is right',
      )
      return right.text.length === Math.max(...lengths)
    })
    expect(longest.length / choices.length).toBeLessThan(0.45)
  })

  it('show code that is TypeScript, as far as a method without its class can be', async () => {
    const { default: typescript } = await import('typescript')
    const broken = QUESTIONS.filter((each) => each.kind === 'bug').flatMap(({ id, code }) => {
      // Methods stand alone in questions; here they get the class that they come from.
      const whole = /^(?:async )?(?:function|class|interface|type|const)\b/.test(code)
        ? code
        : `class Node {\n${code}\n}`
      const { diagnostics = [] } = typescript.transpileModule(whole, { reportDiagnostics: true })
      return diagnostics.map(
        ({ messageText }) => `${id}: ${typescript.flattenDiagnosticMessageText(messageText, ' ')}`,
      )
    })
    expect(broken).toEqual([])
  })
})

describe('what is generated', () => {
  it.each(Object.entries(generatedFiles()))('%s is what its generator makes', (file, text) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toBe(text)
  })
})

describe('the catalogues', () => {
  it('have each misconception once, all of them used, in lessons that exist', () => {
    const ids = MISCONCEPTIONS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const used = new Set(Object.values(answers.answers).flatMap((key) => key.misconceptions))
    expect(ids.filter((id) => !used.has(id))).toEqual([])
    expect(MISCONCEPTIONS.filter(({ lesson }) => !headings.has(lesson))).toEqual([])
  })

  it('have each source once, all of them used', () => {
    const ids = QUESTION_SOURCES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const used = new Set(QUESTIONS.flatMap(({ sources }) => sources.map(({ source }) => source)))
    expect(ids.filter((id) => !used.has(id))).toEqual([])
    const urls = QUESTION_SOURCES.map(({ url }) => url)
    expect(urls.filter((url, index) => urls.indexOf(url) !== index)).toEqual([])
  })

  it('have forty flash cards, each once, the ten of the cheat sheet among them', () => {
    expect(CARDS.length).toBeGreaterThanOrEqual(40)
    for (const part of ['id', 'front', 'back'] as const) {
      expect(new Set(CARDS.map((card) => card[part])).size).toBe(CARDS.length)
    }
    const covered = CARDS.flatMap(({ covers = [] }) => covers).toSorted()
    expect(covered).toEqual(Array.from({ length: 10 }, (_, index) => `A1-${84 + index}`))
  })
})

describe('the runs of questions', () => {
  it('have their line in the registry, and are all used', () => {
    const files = globSync('*.run.ts', { cwd: join(ROOT, 'content/questions/runs') })
    const ids = files.map((file) => `runs/${file.replace('.run.ts', '')}`)
    expect(Object.keys(QUESTION_RUNS).toSorted()).toEqual(ids.toSorted())
    const used = QUESTIONS.flatMap((each) => (each.kind === 'outcome' ? [each.run] : []))
    expect(ids.filter((id) => !used.includes(id))).toEqual([])
    expect(used.filter((id) => !(id in FIGURES || id in QUESTION_RUNS))).toEqual([])
  })
})

/** Everything in a key that is text and decides or explains, for a search in what is shown. */
function secretsOf(key: AnswerKey): readonly string[] {
  const secrets = [key.explanation]
  if ('options' in key) secrets.push(...key.options.map(({ why }) => why))
  if ('tempting' in key) secrets.push(...key.tempting.map(({ why }) => why))
  if (key.kind === 'claim') secrets.push(...key.claims.map(({ why }) => why))
  if (key.kind === 'order') secrets.push(...key.before.map(({ why }) => why))
  if (key.kind === 'number') secrets.push(...key.common.map(({ why }) => why))
  if (key.kind === 'explain') secrets.push(key.model, ...key.rubric.map(({ point }) => point))
  if (key.kind === 'design') secrets.push(...key.parts.map(({ notes }) => notes))
  return secrets
}

/** The text of HTML, as far as code has it. */
function plainOf(html: string): string {
  const named: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    '#x27': "'",
    amp: '&',
  }
  return html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(lt|gt|quot|#x27|amp);/g, (_, name: string) => named[name] ?? '')
}

describe('what may be shown before an answer', () => {
  it('has a key for each question, and nothing of it', () => {
    expect([...shown.keys()].toSorted()).toEqual(Object.keys(answers.answers).toSorted())
    const text = JSON.stringify(questions)
    for (const key of Object.values(answers.answers)) {
      for (const secret of secretsOf(key)) {
        expect(secret.length, key.id).toBeGreaterThan(0)
        expect(text.includes(JSON.stringify(secret).slice(1, -1)), `${key.id}: ${secret}`).toBe(
          false,
        )
      }
    }
    for (const field of [
      'isRight',
      'why',
      'misconception',
      'bugLines',
      'isBroken',
      'before',
      'run',
    ]) {
      expect(text).not.toContain(`"${field}":`)
    }
  })

  it('highlights each line of code by itself', () => {
    for (const question of shown.values()) {
      if (question.kind !== 'bug') continue
      expect(question.lines.map(({ text }) => text).join('\n')).toBe(question.code)
      for (const { html, text } of question.lines) {
        expect(plainOf(html).trim(), question.id).toBe(text.trim())
      }
    }
  })

  it('never shows events in a right order', () => {
    for (const question of shown.values()) {
      if (question.kind !== 'order') continue
      const key = present(answers.answers[question.id], 'each question has its key')
      if (key.kind !== 'order') throw new Error(`${question.id} has the key of another kind`)
      expect(
        gradeOrder(
          key,
          question.items.map(({ id }) => id),
        ).isRight,
        question.id,
      ).toBe(false)
    }
  })

  it('puts right options now here, now there', () => {
    const places = [...shown.values()].flatMap((question) => {
      const key = answers.answers[question.id]
      if (question.kind !== 'choice' || key?.kind !== 'choice') return []
      const right = key.options.find(({ isRight }) => isRight)?.id
      return [question.options.findIndex(({ id }) => id === right)]
    })
    for (const place of [0, 1, 2, 3]) {
      const share = places.filter((each) => each === place).length / places.length
      expect(share, `place ${place + 1}`).toBeGreaterThan(0.1)
      expect(share, `place ${place + 1}`).toBeLessThan(0.45)
    }
  })
})
