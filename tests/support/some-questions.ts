/** A small bank of questions for tests: one or two of a kind, with made-up words. */
import type {
  AnswerKey,
  CompiledAnswers,
  CompiledQuestions,
  PublicQuestion,
} from '#content/schema/compiled-question.ts'

const shown = {
  topic: 'cap',
  lesson: 'else',
  difficulty: 1,
  prompt: '<p>Which?</p>',
  title: 'Which?',
} as const

const told = { explanation: '<p>Because.</p>', sources: [], labClaims: [] } as const

const [right, wrong] = ['11111111', '22222222']

export const QUESTIONS: CompiledQuestions = {
  questions: [
    choice('one'),
    choice('two'),
    choice('three'),
    { ...shown, id: 'some', kind: 'choices', options: options() },
    {
      ...shown,
      id: 'row',
      kind: 'order',
      items: ['a', 'b', 'c'].map((id) => ({ id, text: id })),
    },
    { ...shown, id: 'words', kind: 'explain' },
  ],
}

export const ANSWERS: CompiledAnswers = {
  answers: Object.fromEntries(
    [
      choiceKey('one'),
      choiceKey('two'),
      { ...choiceKey('three'), labClaims: ['one-vote-per-term'] },
      someKey(),
      orderKey(),
      wordsKey(),
    ].map((key) => [key.id, key]),
  ),
  misconceptions: [
    { id: 'myth', name: 'A myth', belief: 'It is so.', truth: 'It is not.', lesson: 'else' },
  ],
  cards: [{ id: 'flash', topic: 'cap', lesson: 'else', front: 'Front?', back: '<p>Back.</p>' }],
}

export const RIGHT = { kind: 'one', option: right } as const
export const WRONG = { kind: 'one', option: wrong } as const

function options() {
  return [
    { id: right, text: 'This' },
    { id: wrong, text: 'That' },
  ]
}

function choice(id: string): PublicQuestion {
  return { ...shown, id, kind: 'choice', options: options() }
}

function keyOptions() {
  return [
    { id: right, isRight: true, why: '<p>It is this.</p>' },
    { id: wrong, isRight: false, why: '<p>It is not that.</p>', misconception: 'myth' },
  ]
}

function choiceKey(id: string): AnswerKey {
  return { ...told, id, kind: 'choice', misconceptions: ['myth'], options: keyOptions() }
}

function someKey(): AnswerKey {
  return { ...told, id: 'some', kind: 'choices', misconceptions: ['myth'], options: keyOptions() }
}

function orderKey(): AnswerKey {
  return {
    ...told,
    id: 'row',
    kind: 'order',
    misconceptions: [],
    order: ['a', 'b', 'c'],
    before: [
      { first: 'a', second: 'b', why: '<p>a makes b.</p>' },
      { first: 'b', second: 'c', why: '<p>b makes c.</p>' },
    ],
  }
}

function wordsKey(): AnswerKey {
  return {
    ...told,
    id: 'words',
    kind: 'explain',
    misconceptions: ['myth'],
    rubric: [
      { point: 'One.', listensFor: 'One.' },
      { point: 'Two.', listensFor: 'Two.' },
      { point: 'Three.', listensFor: 'Three.' },
    ],
    model: '<p>All three.</p>',
    weak: { answer: '<p>None.</p>', why: '<p>All.</p>', misconception: 'myth' },
  }
}
