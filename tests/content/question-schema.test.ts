/** What is wrong with a question is said with its file, its id, the field, and what to do. */
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readQuestions } from '#content/schema/question.ts'
import {
  compileQuestions,
  type QuestionWorld,
} from '../../scripts/build/content/compile-questions.ts'

const FILE = 'content/questions/cap.yaml'

const CHOICE = {
  id: 'a-question',
  kind: 'choice',
  lesson: 'else',
  difficulty: 1,
  prompt: 'Which?',
  explanation: 'Because.',
  options: [
    { text: 'This', isRight: true, why: 'It is.' },
    { text: 'That', why: 'It is not.', misconception: 'two-of-three' },
  ],
}
const NUMBER = {
  ...CHOICE,
  kind: 'number',
  options: undefined,
  value: 3,
  unit: 'ms',
  tolerance: { absolute: 1 },
  formula: '1 + 2',
}
const ORDER = {
  ...CHOICE,
  kind: 'order',
  options: undefined,
  items: ['one', 'two', 'three'].map((id) => ({ id, text: `event ${id}` })),
  before: [
    { first: 'one', second: 'two', why: 'so' },
    { first: 'two', second: 'three', why: 'so' },
  ],
}
const BUG = {
  ...CHOICE,
  kind: 'bug',
  options: undefined,
  code: 'const a = 1\nconst b = 2\nconst c = 3\n',
  bugLines: ['const a = 1'],
  misconception: 'two-of-three',
  tempting: [
    { line: 'const b = 2', why: 'so' },
    { line: 'const c = 3', why: 'so' },
  ],
}
const CLASSIFY = {
  ...CHOICE,
  kind: 'classify',
  options: undefined,
  subject: { system: 'a', operation: 'b', setting: 'c' },
  classes: [
    { id: 'cp', text: 'CP', isRight: true, why: 'so' },
    { id: 'ap', text: 'AP', why: 'so' },
  ],
}

function messageOf(question: object, file = FILE): string {
  try {
    readQuestions(file, stringify([question]))
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

describe('a question that follows the schema', () => {
  it('is read, with its topic from the name of its file', () => {
    expect(readQuestions(FILE, stringify([CHOICE]))).toMatchObject([
      { id: 'a-question', topic: 'cap', sources: [], labClaims: [] },
    ])
    expect(readQuestions('content/questions/generated/time.yaml', '[]')).toEqual([])
  })
})

const IN = `${FILE}: question "a-question": `

describe('a message', () => {
  it.each([
    [
      'a kind that does not exist',
      { ...CHOICE, kind: 'riddle' },
      `${IN}kind: must be one of choice, choices, outcome, order, bug, cut, number, classify, claim, explain, design, and is riddle`,
    ],
    ['no prompt', { ...CHOICE, prompt: undefined }, `${IN}prompt: must be a text: what is asked`],
    [
      'an empty explanation',
      { ...CHOICE, explanation: ' ' },
      `${IN}explanation: must be a text: why the answer is what it is`,
    ],
    ['a difficulty of 4', { ...CHOICE, difficulty: 4 }, `${IN}difficulty: must be 1, 2 or 3`],
    [
      'a lesson that is no slug',
      { ...CHOICE, lesson: 'The Map' },
      `${IN}lesson: must be small letters, digits and single hyphens`,
    ],
    ['a field that is not known', { ...CHOICE, hint: 'no' }, `${IN}Unrecognized key: "hint"`],
    [
      'one option',
      { ...CHOICE, options: CHOICE.options.slice(0, 1) },
      `${IN}options: must list options, 2 or more`,
    ],
    [
      'no right option',
      {
        ...CHOICE,
        options: [
          { ...CHOICE.options[1], text: 'a' },
          { ...CHOICE.options[1], text: 'b' },
        ],
      },
      `${IN}options: exactly one option must have isRight: true; none has`,
    ],
    [
      'two right options',
      { ...CHOICE, options: [CHOICE.options[0], { ...CHOICE.options[0], text: 'b' }] },
      `${IN}options: exactly one option must have isRight: true; 2 have`,
    ],
    [
      'a wrong option without a misconception',
      { ...CHOICE, options: [CHOICE.options[0], { text: 'b', why: 'so' }] },
      `${IN}options[1].misconception: is missing: name one of content/misconceptions.yaml`,
    ],
    [
      'a right option with a misconception',
      { ...CHOICE, options: [{ ...CHOICE.options[0], misconception: 'a' }, CHOICE.options[1]] },
      `${IN}options[0].misconception: must be left out of a right option`,
    ],
    [
      'an option that stands twice',
      { ...CHOICE, options: [...CHOICE.options, CHOICE.options[1]] },
      `${IN}options[2].text: stands twice: “That”`,
    ],
    [
      'an option without a reason',
      { ...CHOICE, options: [{ text: 'a', isRight: true }, CHOICE.options[1]] },
      `${IN}options[0].why: must be a text: why the option attracts and what is true`,
    ],
    [
      'a formula with a name',
      { ...NUMBER, formula: 'process.exit()' },
      `${IN}formula: may have numbers, + - * / % ( ) and Math.max, min, floor, ceil, round`,
    ],
    [
      'no tolerance',
      { ...NUMBER, tolerance: undefined },
      `${IN}tolerance: must be absolute: (same unit) or relative: (0.01 is one per cent)`,
    ],
    [
      'one pair in an order',
      { ...ORDER, before: ORDER.before.slice(0, 1) },
      `${IN}before: must list pairs that must keep their order, 2 or more`,
    ],
    [
      'too much code',
      { ...BUG, code: 'a\n'.repeat(40) },
      `${IN}code: must have thirty lines at most`,
    ],
    [
      'one tempting line',
      { ...BUG, tempting: BUG.tempting.slice(0, 1) },
      `${IN}tempting: must list lines that tempt, 2 or more`,
    ],
    [
      'a class without a source',
      CLASSIFY,
      `${IN}sources: must have one or more: a class of a real system is a claim about it`,
    ],
  ])('tells of %s', (_, question, message) => {
    expect(messageOf(question)).toBe(message)
  })

  it('tells of a question without an id by its place', () => {
    expect(messageOf({ ...CHOICE, id: undefined })).toContain(`${FILE}: question 1: id: must be`)
  })

  it('tells of a file whose name is no topic, and of one that is no list', () => {
    expect(messageOf(CHOICE, 'content/questions/caps.yaml')).toContain(
      'content/questions/caps.yaml: there is no topic "caps": name the file after cap, partitions',
    )
    expect(() => readQuestions(FILE, 'id: a')).toThrow('must be a list of questions')
    expect(() => readQuestions(FILE, '- id: "a')).toThrow(`${FILE}: this is not YAML`)
  })

  it('tells of all that is wrong at once', () => {
    const both = [
      { ...CHOICE, prompt: '' },
      { ...CHOICE, id: 'other', difficulty: 0 },
    ]
    expect(() => readQuestions(FILE, stringify(both))).toThrow(
      /"a-question": prompt[^\n]*\n.*"other": difficulty/,
    )
  })
})

const WORLD: QuestionWorld = {
  course: {
    modules: [
      {
        id: 'm1',
        title: 'M',
        objective: 'o',
        labs: [],
        lessons: [{ title: 'To come', objective: 'o', needs: [] }],
      },
    ],
  },
  headings: new Map([['else', new Set(['the-name-for-it'])]]),
  misconceptions: [{ id: 'two-of-three', name: 'n', belief: 'b', truth: 't', lesson: 'else' }],
  sources: [{ id: 'gl-02', title: 't', url: 'https://example.org/' }],
}

async function compileMessage(question: object): Promise<string> {
  const questions = readQuestions(FILE, stringify([question]))
  return await compileQuestions(FILE, questions, WORLD).then(
    () => '',
    (error: Error) => error.message,
  )
}

describe('a name that nobody has', () => {
  it.each([
    ['a lesson', { ...CHOICE, lesson: 'nowhere' }, `${IN}lesson: there is no lesson "nowhere"`],
    ['a heading', { ...CHOICE, section: 'nowhere' }, `${IN}section: else has no heading "nowhere"`],
    [
      'a lesson to come',
      { ...CHOICE, futureLesson: 'Never' },
      `${IN}futureLesson: content/course.yaml has no lesson “Never”`,
    ],
    [
      'a source',
      { ...CHOICE, sources: [{ source: 'x', for: 'y' }] },
      `${IN}sources: content/question-sources.yaml has no source "x"`,
    ],
    [
      'a misconception',
      { ...BUG, misconception: 'x' },
      `${IN}content/misconceptions.yaml has no misconception "x"`,
    ],
    [
      'a line',
      { ...BUG, bugLines: ['const d = 4'] },
      `${IN}code: the line “const d = 4” does not stand in it; it must stand once`,
    ],
    [
      'an event',
      { ...ORDER, before: [ORDER.before[0], { first: 'two', second: 'four', why: 'so' }] },
      `${IN}before: there is no event "four" among the items`,
    ],
  ])('is refused: %s', async (_, question, message) => {
    expect(await compileMessage(question)).toBe(message)
  })

  it('is refused: an order that its own pairs forbid', async () => {
    const items = ORDER.items.toReversed()
    expect(await compileMessage({ ...ORDER, items })).toBe(
      `${IN}before: the items stand in an order that these pairs forbid`,
    )
  })

  it('is refused: braces in a text, and lists in an option', async () => {
    expect(await compileMessage({ ...CHOICE, prompt: 'The set {a, b}?' })).toBe(
      `${IN}prompt: has a “{” outside of code: put it into backquotes`,
    )
    const listed = { ...CHOICE.options[0], text: '- one\n- two' }
    expect(await compileMessage({ ...CHOICE, options: [listed, CHOICE.options[1]] })).toBe(
      `${IN}options.text: must be one paragraph, without lists and blocks of code`,
    )
  })
})

describe('a lesson that was to come', () => {
  it('is the lesson of the question once it is there', async () => {
    const [module] = WORLD.course.modules
    const lessons = [{ title: 'To come', objective: 'o', needs: [], slug: 'come' }]
    const world = { ...WORLD, course: { modules: [{ ...module, lessons }] } } as QuestionWorld
    const question = { ...CHOICE, section: 'the-name-for-it', futureLesson: 'To come' }
    const questions = readQuestions(FILE, stringify([question]))
    const { shown } = await compileQuestions(FILE, questions, world)
    expect(shown).toMatchObject([{ lesson: 'come' }])
    expect(shown[0]).not.toHaveProperty('section')
    expect(shown[0]).not.toHaveProperty('futureLesson')
  })
})
