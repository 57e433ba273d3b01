/** Where the parts of the space-time diagram are on the lab page, for the browser tests. */
import type { Page } from 'playwright-core'
import { pane } from './lab-page.ts'

export function diagramParts(page: Page) {
  const trace = pane(page, 'Trace')
  return {
    trace,
    drawing: trace.getByRole('group', { name: /^Run with seed \d+: \d nodes/ }),
    slider: trace.getByRole('slider', { name: 'Event of the run' }),
    inspector: trace.getByRole('region', { name: 'Inspector' }),
    cursor: trace.locator('[data-cursor]'),
  }
}
