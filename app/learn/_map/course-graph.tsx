/**
 * The course as a graph: which lesson builds on which. The list of modules below it says the same in
 * words, so this may be wider than a phone and is scrolled there.
 */
import Link from 'next/link'
import type { CourseModule } from '#content/schema/course.ts'
import { GraphMark } from '../../_progress/graph-mark.tsx'
import { type Band, type LessonBox, layOutGraph } from './graph-layout.ts'

export function CourseGraph({ modules }: { readonly modules: readonly CourseModule[] }) {
  const { width, height, bands, arrows } = layOutGraph(modules)
  return (
    <section aria-labelledby="graph" className="no-print mb-14">
      <h2 id="graph" className="font-semibold text-xl tracking-tight">
        What builds on what
      </h2>
      <p className="mt-1.5 mb-4 max-w-[65ch] text-muted leading-relaxed">
        An arrow leads from a lesson to one that needs it; a dotted one leads into another module.
        Dashed boxes stand for lessons still to come. The list below says the same in words.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keys */}
      <nav aria-label="Graph of the course" tabIndex={0} className="overflow-x-auto pb-2">
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          className="mx-auto block fill-none"
        >
          <title>Lessons of the course and what they need</title>
          <defs>
            <marker
              id="needs"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0 L8 4 L0 8 Z" className="fill-line-strong" />
            </marker>
          </defs>
          {bands.map((band) => (
            <BandGround key={band.module.id} band={band} />
          ))}
          {arrows.map(({ from, to, isLocal, path }) => (
            <path
              key={`${from} ${to}`}
              d={path}
              markerEnd="url(#needs)"
              className="stroke-line-strong"
              strokeWidth={isLocal ? 1.5 : 1}
              strokeDasharray={isLocal ? undefined : '3 3'}
            />
          ))}
          {bands
            .flatMap(({ lessons }) => lessons)
            .map((box) => (
              <LessonNode key={box.slug} box={box} />
            ))}
        </svg>
      </nav>
    </section>
  )
}

function BandGround({ band }: { readonly band: Band }) {
  const { x, y, width, height, module, coming } = band
  const isComing = band.lessons.length === 0
  return (
    <g>
      <rect
        {...{ x, y, width, height }}
        rx={8}
        className={isComing ? 'stroke-line' : 'fill-surface stroke-line'}
        strokeDasharray={isComing ? '5 4' : undefined}
      />
      <text x={x + 14} y={y + 23} fontSize="13" fontWeight="600" className="fill-text">
        {module.id.toUpperCase()} · {module.title}
      </text>
      {coming === undefined ? null : (
        <g>
          <rect
            x={coming.x}
            y={coming.y}
            width={coming.width}
            height={coming.height}
            rx={6}
            className="stroke-line-strong"
            strokeDasharray="5 4"
          />
          <text
            x={coming.x + coming.width / 2}
            y={coming.y + coming.height / 2 + 4.5}
            textAnchor="middle"
            fontSize="13"
            className="fill-muted"
          >
            {coming.count} {coming.count === 1 ? 'lesson' : 'lessons'} coming
          </text>
        </g>
      )}
    </g>
  )
}

const LINE_HEIGHT = 15.5

function LessonNode({ box }: { readonly box: LessonBox }) {
  const { x, y, width, height, lines, slug } = box
  const top = y + height / 2 + 4.5 - ((lines.length - 1) * LINE_HEIGHT) / 2
  return (
    <Link href={`/learn/${slug}`} className="group outline-offset-2">
      <rect
        {...{ x, y, width, height }}
        rx={6}
        strokeWidth={1.5}
        className="fill-page stroke-accent group-hover:fill-surface-strong group-focus-visible:stroke-[3]"
      />
      <text
        textAnchor="middle"
        fontSize="12.5"
        fontWeight="500"
        className="fill-text group-hover:underline"
      >
        {lines.map((line, index) => (
          <tspan key={line} x={x + width / 2} y={top + index * LINE_HEIGHT}>
            {/* The space is for those who hear both lines as one title. */}
            {index === 0 ? line : ` ${line}`}
          </tspan>
        ))}
      </text>
      <GraphMark slug={slug} x={x + width} y={y} />
    </Link>
  )
}
