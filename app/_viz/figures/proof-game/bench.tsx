'use client'
/** The proof as a game: first the reader is the node, then the network. */
import { useState } from 'react'
import type { ProofGameFigure } from '#content/schema/figure.ts'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceGroup } from '../choice-group.tsx'
import type { FigureRun } from '../run/run.ts'
import { RunReport } from '../run/run-report.tsx'
import { answerOfNetwork, lostIn, playRound, sidesOf } from './game.ts'
import { GameMatrix } from './game-matrix.tsx'

type Side = 'node' | 'network'

interface Round {
  readonly nodeMove: string
  readonly networkMove: string
  readonly run: FigureRun
}

const SIDES = [
  { id: 'node', name: 'The node', detail: 'keep both promises' },
  { id: 'network', name: 'The network', detail: 'break one of them' },
] as const

export function ProofGameBench({ figure }: { readonly figure: ProofGameFigure }) {
  const [side, setSide] = useState<Side>('node')
  const [nodeMove, setNodeMove] = useState<string>()
  const [networkMove, setNetworkMove] = useState<string>()
  const [round, setRound] = useState<Round>()
  const [beaten, setBeaten] = useState<ReadonlySet<string>>(new Set())
  const { node, network } = sidesOf(figure)
  const isReady = nodeMove !== undefined && (side === 'node' || networkMove !== undefined)

  const play = () => {
    if (nodeMove === undefined) return
    const answer =
      side === 'node'
        ? answerOfNetwork(figure, nodeMove)
        : networkMove === undefined
          ? undefined
          : { move: networkMove, run: playRound(figure, nodeMove, networkMove) }
    if (answer === undefined) return
    setRound({ nodeMove, networkMove: answer.move, run: answer.run })
    if (lostIn(answer.run).length > 0) setBeaten(new Set([...beaten, nodeMove]))
  }
  const change = (move: () => void) => {
    move()
    setRound(undefined)
  }

  return (
    <div className="grid grid-cols-1 gap-5">
      <ChoiceGroup
        legend="You are"
        options={SIDES}
        chosen={side}
        arrangement="row"
        onChoose={(chosen) => change(() => setSide(chosen))}
      />
      <p className="text-sm">{side === 'node' ? figure.asNode : figure.asNetwork}</p>
      <ChoiceGroup
        legend={side === 'node' ? node.legend : `The node’s strategy. ${node.legend}`}
        options={node.options}
        chosen={nodeMove}
        arrangement="column"
        onChoose={(move) => change(() => setNodeMove(move))}
      />
      {side === 'node' ? null : (
        <ChoiceGroup
          legend={network.legend}
          options={network.options}
          chosen={networkMove}
          arrangement="column"
          onChoose={(move) => change(() => setNetworkMove(move))}
        />
      )}
      <div>
        <Button onClick={play} disabled={!isReady}>
          {side === 'node' ? 'Let the network answer' : 'Run'}
        </Button>
      </div>
      <Outcome figure={figure} side={side} round={round} beaten={beaten.size} />
    </div>
  )
}

/** What the last round gave, and how far the proof has come. */
function Outcome({
  figure,
  side,
  round,
  beaten,
}: {
  readonly figure: ProofGameFigure
  readonly side: Side
  readonly round: Round | undefined
  readonly beaten: number
}) {
  const { node, network } = sidesOf(figure)
  const isProved = beaten === node.options.length
  return (
    <>
      <div aria-live="polite">
        {round === undefined ? null : (
          <p className="font-medium text-sm">
            {sayRound(round, { side, network: nameOf(network.options, round.networkMove) })}
          </p>
        )}
        <p className="mt-1 text-muted text-sm">
          {beaten} of {node.options.length} strategies have lost something.{' '}
          {isProved ? figure.closing : ''}
        </p>
      </div>
      {round === undefined ? null : <RunReport figure={figure.run} run={round.run} />}
      {isProved ? <GameMatrix figure={figure} /> : null}
    </>
  )
}

function nameOf(options: readonly { readonly id: string; readonly name: string }[], id: string) {
  return options.find((option) => option.id === id)?.name ?? id
}

function sayRound(
  { run }: Round,
  { side, network }: { readonly side: Side; readonly network: string },
): string {
  const lost = lostIn(run)
  const said = lost.length === 0 ? 'both promises were kept' : `lost: ${lost.join(', ')}`
  if (side === 'node') return `The network’s answer: “${network}”. You ${said}.`
  return lost.length === 0
    ? `With this move ${said}. Try another one.`
    : `You win. The node ${said}.`
}
