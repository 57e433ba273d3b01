/** Every strategy against every move: what was lost in each run. */
import type { ProofGameFigure } from '#content/schema/figure.ts'
import { ScrollArea } from '../../../_ui/scroll-area.tsx'
import { ColumnHeads } from '../column-heads.tsx'
import { computedOnce } from '../computed-once.ts'
import { lostIn, playRound, sidesOf } from './game.ts'

export function GameMatrix({ figure }: { readonly figure: ProofGameFigure }) {
  const { node, network } = sidesOf(figure)
  return (
    <ScrollArea label="Every strategy against every move">
      <table className="w-full text-left text-sm">
        <caption className="pb-2 text-left font-medium">
          What is lost: strategies of the node against moves of the network
        </caption>
        <thead>
          <ColumnHeads titles={[node.legend, ...network.options.map(({ name }) => name)]} />
        </thead>
        <tbody>
          {node.options.map(({ id, name }) => (
            <tr key={id} className="border-line border-b align-top">
              <th scope="row" className="py-1.5 pr-4 font-medium">
                {name}
              </th>
              {network.options.map((move) => {
                const lost = computedOnce(figure, `${id} ${move.id}`, () =>
                  lostIn(playRound(figure, id, move.id)),
                )
                return (
                  <td
                    key={move.id}
                    className={`py-1.5 pr-4 ${lost.length === 0 ? 'text-pass' : 'text-violation'}`}
                  >
                    {lost.length === 0 ? '✓ nothing' : `✕ ${lost.join(', ')}`}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
