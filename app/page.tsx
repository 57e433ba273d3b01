/** The front page: what Netsplit is, shown by a real run, and where to start. */
import { HeroRun } from './_landing/hero-run.tsx'
import { Steps } from './_landing/steps.tsx'
import { WhoFor } from './_landing/who-for.tsx'
import { ProgressProvider } from './_progress/progress-provider.tsx'
import { ResumeLink } from './_progress/resume-link.tsx'
import { readCourse } from './_server/content.ts'
import { readOwnProgress } from './_server/progress.ts'
import { LinkButton } from './_ui/link-button.tsx'
import { readyLessons } from './learn/_map/ready-lessons.ts'

export default async function HomePage() {
  const { modules } = await readCourse()
  return (
    <>
      <section className="border-line border-b">
        <div className="mx-auto grid w-full max-w-[90rem] items-center gap-x-14 gap-y-10 px-4 py-14 sm:px-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:py-20">
          <div>
            <h1 className="font-[680] text-4xl leading-[1.08] tracking-tight sm:text-5xl xl:text-6xl">
              Learn distributed systems by breaking them.
            </h1>
            <p className="mt-6 max-w-[52ch] text-lg text-muted leading-relaxed">
              Lessons whose figures run. Labs in which you implement the protocol, step by step, and
              a simulated network that cuts, delays, repeats and crashes it. Every failure is a
              recording that you can replay.
            </p>
            <div className="mt-8 flex flex-wrap gap-3">
              <LinkButton href="/learn" size="large">
                Start learning
              </LinkButton>
              <LinkButton href="/labs/raft/03-election" look="secondary" size="large">
                Open the Raft lab
              </LinkButton>
            </div>
            <ProgressProvider known={await readOwnProgress()}>
              <ResumeLink lessons={readyLessons(modules)} />
            </ProgressProvider>
            <p className="mt-4 text-muted text-sm">
              No account needed to read, run or submit. Sign up later and your work comes along.
            </p>
          </div>
          <HeroRun />
        </div>
      </section>
      <Steps />
      <WhoFor />
    </>
  )
}
