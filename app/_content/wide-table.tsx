/** A table of a text. One that is wider than a phone scrolls by itself, by keyboard too. */
import type { ComponentProps } from 'react'
import { ScrollArea } from '../_ui/scroll-area.tsx'

export function WideTable(props: ComponentProps<'table'>) {
  return (
    <ScrollArea label="Table" className="my-6">
      <table {...props} />
    </ScrollArea>
  )
}
