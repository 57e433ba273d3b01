'use client'
/** The run of a wrong version in the diagram; neither is loaded before somebody asks for it. */
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { WrongVersion } from '#content/schema/wrong-version.ts'
import { decodeTrace, type Trace } from '#core'
import { Button } from '../_ui/button.tsx'
import type { Ribbon } from '../_viz/space-time/bands.ts'

const TraceViewer = dynamic(() =>
  import('../_viz/space-time/trace-viewer.tsx').then((module) => module.TraceViewer),
)

interface WrongVersionRunProps {
  readonly version: WrongVersion
  readonly ribbons: readonly Ribbon[]
  readonly noise: readonly string[]
}

export function WrongVersionRun({ version, ribbons, noise }: WrongVersionRunProps) {
  const { trace: url, event, steps, what } = version
  const [trace, setTrace] = useState<Trace>()
  const [cursor, setCursor] = useState(event)
  const [problem, setProblem] = useState('')
  const load = () => {
    setProblem('')
    fetchTrace(url).then(setTrace, (error: unknown) =>
      setProblem(error instanceof Error ? error.message : String(error)),
    )
  }
  if (trace === undefined) {
    return (
      <>
        <Button onClick={load}>Watch it go wrong</Button>
        {problem === '' ? null : <p role="alert">{problem}</p>}
      </>
    )
  }
  const related = steps.map((step) => step.event).filter((each) => each !== event)
  return (
    <div className="flex h-[32rem] max-h-[80vh] flex-col">
      <TraceViewer
        trace={trace}
        highlights={{ violation: event, related }}
        violationText={what}
        cursor={cursor}
        onCursor={setCursor}
        {...{ ribbons, noise }}
      />
    </div>
  )
}

async function fetchTrace(url: string): Promise<Trace> {
  const response = await fetch(url)
  if (!response.ok) throw new Error('The run could not be loaded. Try again in a moment.')
  return decodeTrace(await response.text())
}
