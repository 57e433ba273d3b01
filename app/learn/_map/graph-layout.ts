/**
 * Where the course graph is drawn: a band for each module, lessons from left to right by what they
 * need of their own module, and arrows. Coming lessons of a module share one box. Data in, data out.
 */
import type { CourseModule } from '#content/schema/course.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface LessonBox extends Box {
  readonly slug: string
  /** The title, broken to fit. */
  readonly lines: readonly string[]
}

export interface ComingBox extends Box {
  readonly count: number
}

export interface Band extends Box {
  readonly module: CourseModule
  readonly lessons: readonly LessonBox[]
  readonly coming: ComingBox | undefined
}

/** From a lesson to one that needs it. */
export interface Arrow {
  readonly from: string
  readonly to: string
  /** Within one band, or from band to band. */
  readonly isLocal: boolean
  /** An SVG path. */
  readonly path: string
}

export interface GraphLayout {
  readonly width: number
  readonly height: number
  readonly bands: readonly Band[]
  readonly arrows: readonly Arrow[]
}

const BOX = { width: 136, height: 56 } as const
const GAP_X = 22
const GAP_Y = 12
const PAD = 14
/** The name of the module stands above its lessons. */
const NAME_HEIGHT = 34
const COMING_HEIGHT = 26
const COMING_PAD = 5
const BAND_GAP = 20
const EDGE = 1
const LINE_CHARS = 19

export function layOutGraph(modules: readonly CourseModule[]): GraphLayout {
  const bands: Band[] = []
  let y = EDGE
  for (const module of [...modules.filter(isBegun), ...modules.filter((each) => !isBegun(each))]) {
    const band = isBegun(module) ? layOutBand(module, y) : layOutComing(module, y)
    bands.push(band)
    y += band.height + BAND_GAP
  }
  const right = Math.max(...bands.flatMap(({ lessons, coming }) => rightEdges(lessons, coming)))
  const width = right + PAD + EDGE
  return {
    width,
    height: y - BAND_GAP + EDGE,
    bands: bands.map((band) => ({ ...band, width: width - 2 * EDGE })),
    arrows: arrowsOf(modules, bands),
  }
}

/** Modules of which nothing can be read yet come last, so that no arrow has to pass them. */
function isBegun({ lessons }: CourseModule): boolean {
  return lessons.some(({ slug }) => slug !== undefined)
}

/** One line: the name of the module, and how many lessons it will have. */
function layOutComing(module: CourseModule, y: number): Band {
  const count = module.lessons.length
  const coming = { ...boxAt(2, 0, y), y: y + COMING_PAD, height: COMING_HEIGHT, count }
  const height = COMING_HEIGHT + 2 * COMING_PAD
  return { x: EDGE, y, width: 0, height, module, lessons: [], coming }
}

function rightEdges(
  lessons: readonly LessonBox[],
  coming: ComingBox | undefined,
): readonly number[] {
  return [...lessons, ...(coming === undefined ? [] : [coming])].map(({ x, width }) => x + width)
}

function layOutBand(module: CourseModule, y: number): Band {
  const depths = depthsWithin(module)
  const columns: LessonBox[][] = []
  for (const { slug, title } of module.lessons) {
    if (slug === undefined) continue
    const depth = depths.get(slug) ?? 0
    columns[depth] ??= []
    columns[depth].push({
      ...boxAt(depth, columns[depth].length, y),
      slug,
      lines: breakTitle(title),
    })
  }
  const count = module.lessons.filter(({ slug }) => slug === undefined).length
  const coming = count === 0 ? undefined : { ...boxAt(columns.length, 0, y), count }
  const rows = Math.max(1, ...columns.map((column) => column.length))
  const height = NAME_HEIGHT + PAD + rows * BOX.height + (rows - 1) * GAP_Y
  return { x: EDGE, y, width: 0, height, module, lessons: columns.flat(), coming }
}

function boxAt(column: number, row: number, bandY: number): Box {
  return {
    x: EDGE + PAD + column * (BOX.width + GAP_X),
    y: bandY + NAME_HEIGHT + row * (BOX.height + GAP_Y),
    ...BOX,
  }
}

/** How many lessons of the same module come one after another before each. */
function depthsWithin({ lessons }: CourseModule): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  // Needs come earlier in the course, so one pass is enough.
  for (const { slug, needs } of lessons) {
    if (slug === undefined) continue
    const before = needs.map((need) => depths.get(need)).filter((depth) => depth !== undefined)
    depths.set(slug, before.length === 0 ? 0 : Math.max(...before) + 1)
  }
  return depths
}

function arrowsOf(modules: readonly CourseModule[], bands: readonly Band[]): readonly Arrow[] {
  const places = new Map(
    bands.flatMap((band) => band.lessons.map((box) => [box.slug, { band, box }] as const)),
  )
  return modules
    .flatMap(({ lessons }) => lessons)
    .flatMap(({ slug, needs }) =>
      needs.flatMap((need) => {
        const [from, to] = [places.get(need), places.get(slug ?? '')]
        if (from === undefined || to === undefined) return []
        const isLocal = from.band === to.band
        const path = isLocal ? localPath(from.box, to.box) : farPath(from.box, to.box)
        return [{ from: from.box.slug, to: to.box.slug, isLocal, path }]
      }),
    )
}

/** From the right side of one box to the left side of another. */
function localPath(from: Box, to: Box): string {
  const [startX, startY] = [from.x + from.width, from.y + from.height / 2]
  const [endX, endY] = [to.x, to.y + to.height / 2]
  const bend = GAP_X / 2
  return `M${startX} ${startY} C${startX + bend} ${startY} ${endX - bend} ${endY} ${endX} ${endY}`
}

/** From the bottom of one box to the top of another, further down. */
function farPath(from: Box, to: Box): string {
  const [startX, startY] = [from.x + from.width / 2, from.y + from.height]
  const [endX, endY] = [to.x + to.width / 2, to.y]
  const bend = Math.min((endY - startY) / 2, 60)
  return `M${startX} ${startY} C${startX} ${startY + bend} ${endX} ${endY - bend} ${endX} ${endY}`
}

function breakTitle(title: string): readonly string[] {
  const lines: string[] = []
  for (const word of title.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || `${last} ${word}`.length > LINE_CHARS) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
