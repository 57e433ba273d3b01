'use client'
/** Ends a view as a learner. It is on every page, so it is as small as can be. */

interface EndViewProps {
  /** The page to go to; when the view could not be ended, its banner is there still. */
  readonly next: string
  readonly className: string
}

export function EndView({ next, className }: EndViewProps) {
  const end = () => {
    const request = {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }
    // A full load: all pages were rendered as somebody else sees them.
    const leave = () => window.location.assign(next)
    fetch('/api/view', request).then(leave, leave)
  }
  return (
    <button type="button" className={className} onClick={end}>
      End the view
    </button>
  )
}
