/** Paints the bins of a run: a strip for each lane, darker where more happens. */
import type { Lane } from '../lanes.ts'
import type { Bins } from './bins.ts'
import type { Palette } from './use-palette.ts'

/** What of a canvas is needed, so that a test can watch it. */
export type Painter = Pick<
  CanvasRenderingContext2D,
  'clearRect' | 'fillRect' | 'fillStyle' | 'globalAlpha' | 'setTransform'
>

export interface PaintOptions {
  readonly bins: Bins
  readonly lanes: readonly Lane[]
  readonly palette: Palette
  /** In the page's pixels. */
  readonly width: number
  readonly height: number
}

const PADDING = 3
/** At least: a single event must be seen. */
const MARK_WIDTH = 2.5
const FAULT_WIDTH = 2
const VIOLATION_WIDTH = 3

export function paintBins(canvas: Painter, options: PaintOptions): void {
  const { bins, lanes, palette, width, height } = options
  canvas.setTransform(palette.ratio, 0, 0, palette.ratio, 0, 0)
  canvas.clearRect(0, 0, width, height)
  const shown = lanes.flatMap(({ kind }, lane) => (kind === 'network' ? [] : [lane]))
  const strip = (height - 2 * PADDING) / Math.max(1, shown.length)
  const step = width / bins.count
  for (const [row, lane] of shown.entries()) {
    const top = PADDING + row * strip
    canvas.globalAlpha = 1
    canvas.fillStyle = palette.line
    canvas.fillRect(0, top + strip / 2 - 0.5, width, 1)
    canvas.fillStyle = lanes[lane]?.kind === 'client' ? palette.muted : palette.message
    const density = bins.density[lane]
    for (let bin = 0; bin < bins.count; bin++) {
      const marks = density?.[bin] ?? 0
      if (marks === 0) continue
      // The root, so that a single event is still seen beside a crowd.
      canvas.globalAlpha = 0.3 + 0.7 * Math.sqrt(marks / bins.densest)
      canvas.fillRect(bin * step, top + 1, Math.max(MARK_WIDTH, step), Math.max(1, strip - 2))
    }
  }
  canvas.globalAlpha = 1
  canvas.fillStyle = palette.fault
  for (let bin = 0; bin < bins.count; bin++) {
    // Faults have feet at both edges: a shape of their own, beside their colour.
    if (bins.faults[bin] !== 1) continue
    const left = bin * step
    canvas.fillRect(left, 0, FAULT_WIDTH / 2, height)
    canvas.fillRect(left - FAULT_WIDTH, 0, 2.5 * FAULT_WIDTH, PADDING)
    canvas.fillRect(left - FAULT_WIDTH, height - PADDING, 2.5 * FAULT_WIDTH, PADDING)
  }
  if (bins.violation < 0) return
  canvas.fillStyle = palette.violation
  canvas.fillRect(bins.violation * step - VIOLATION_WIDTH / 2, 0, VIOLATION_WIDTH, height)
}
