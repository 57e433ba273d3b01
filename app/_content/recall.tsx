/**
 * A question to recall what was read, with feedback for every option: why it attracts, and
 * what is true. In a text:
 *
 *     <Recall question="…">
 *       <Option why="…">A tempting answer</Option>
 *       <Option isRight why="…">The right one</Option>
 *     </Recall>
 */
import { Children, isValidElement, type ReactNode } from 'react'
import { RecallForm, type RecallOption } from './recall-form.tsx'

interface OptionProps {
  readonly isRight?: boolean
  readonly why: ReactNode
  readonly children: ReactNode
}

/** Only carries its props; `Recall` reads them. */
export function Option({ children }: OptionProps) {
  return children
}

export function Recall({
  question,
  children,
}: {
  readonly question: string
  readonly children: ReactNode
}) {
  const options = Children.toArray(children)
    .filter((child) => isValidElement<OptionProps>(child) && 'why' in child.props)
    .map((child, index): RecallOption => {
      const { props } = child as { readonly props: OptionProps }
      const { isRight = false, why, children: text } = props
      return { id: String(index + 1), text, why, isRight }
    })
  return <RecallForm question={question} options={options} />
}
