/** The rules behind the kinds of figures: maps, games and procedures. */
import { describe, expect, it } from 'vitest'
import { figure as register } from '#content/lessons/the-three-of-cap-precisely/two-node-register.figure.ts'
import type { DecisionFigure, ProofGameFigure } from '#content/schema/figure.ts'
import { impliedBy, layOutMap } from '../../app/_viz/figures/consistency-map/map-layout.ts'
import { flawsOf, placeAfter } from '../../app/_viz/figures/decision/paths.ts'
import { answerOfNetwork, lostIn, playRound } from '../../app/_viz/figures/proof-game/game.ts'

describe('the map', () => {
  const IDS = ['linearizable', 'sequential', 'causal-memory', 'pram', 'monotonic-reads'] as const
  const { models, arrows, rows } = layOutMap(IDS)
  const yOf = (id: string) => models.find((model) => model.id === id)?.y ?? 0

  it('puts every model below those that imply it', () => {
    expect(rows).toBe(5)
    for (const stronger of IDS) {
      for (const weaker of IDS.filter((id) => impliedBy(stronger).has(id))) {
        expect(yOf(weaker)).toBeGreaterThan(yOf(stronger))
      }
    }
  })

  it('draws no arrow that follows from two others, also where models are left out', () => {
    expect(arrows.map(({ from, to }) => `${from} > ${to}`)).toEqual([
      'linearizable > sequential',
      'sequential > causal-memory',
      'causal-memory > pram',
      'pram > monotonic-reads',
    ])
    expect(layOutMap(['linearizable', 'read-your-writes']).arrows).toEqual([
      { from: 'linearizable', to: 'read-your-writes' },
    ])
  })
})

describe('the game', () => {
  const game: ProofGameFigure = {
    kind: 'proof-game',
    run: register,
    nodeControl: 'policy',
    networkControl: 'fate',
    asNode: 'You hear nothing.',
    asNetwork: 'You carry messages.',
    closing: 'Every strategy has lost.',
    summary: 'Each strategy loses something.',
  }

  it('has an answer of the network to every strategy', () => {
    const lost = (move: string) => {
      const answer = answerOfNetwork(game, move)
      return answer === undefined ? undefined : lostIn(answer.run)
    }
    expect(lost('answer')).toEqual(['consistent (linearizable)'])
    expect(lost('refuse')).toEqual(['every request answered'])
    expect(lost('wait')).toEqual(['every request answered'])
  })

  it('lets everybody win on a whole network', () => {
    for (const policy of ['answer', 'refuse', 'wait']) {
      expect(lostIn(playRound(game, policy, 'whole'))).toEqual([])
    }
  })
})

describe('a procedure', () => {
  const answers = (...to: string[]) => to.map((place) => ({ name: place, to: place }))
  const sound: DecisionFigure = {
    kind: 'decision',
    start: 'wrong',
    questions: {
      wrong: { text: 'What does a wrong answer cost?', answers: answers('none', 'refuse') },
      none: { text: 'What does no answer cost?', answers: answers('refuse', 'answer') },
    },
    outcomes: {
      refuse: { title: 'Refuse', text: 'Say that you cannot.' },
      answer: { title: 'Answer', text: 'And repair later.' },
    },
    summary: '',
  }

  it('is walked answer by answer', () => {
    expect(placeAfter(sound, [])).toBe('wrong')
    expect(placeAfter(sound, [{ question: 'wrong', answer: 0 }])).toBe('none')
    expect(
      placeAfter(sound, [
        { question: 'wrong', answer: 0 },
        { question: 'none', answer: 1 },
      ]),
    ).toBe('answer')
  })

  it('is told its flaws', () => {
    expect(flawsOf(sound)).toEqual([])
    const { wrong, none } = sound.questions
    if (wrong === undefined || none === undefined) throw new Error('unreachable')
    const flawed = (questions: DecisionFigure['questions']) => flawsOf({ ...sound, questions })
    expect(flawed({ wrong, none: { ...none, answers: answers('wrong', 'answer') } })).toEqual([
      'circle: wrong → none → wrong',
    ])
    expect(flawed({ wrong, none: { ...none, answers: answers('refuse') } })).toEqual([
      'no choice at none',
      'nothing leads to answer',
    ])
    expect(flawed({ wrong })).toContain('nothing called none')
  })
})
