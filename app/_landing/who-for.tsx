/** What each kind of reader finds here today. */
import Link from 'next/link'

const READERS = [
  {
    name: 'Learners',
    text: 'Read a lesson, answer its questions, then build the thing. The editor knows the types of the kit, Run takes a moment and is free, and hints come in three tiers that never give code away.',
    href: '/learn',
    link: 'See the course map',
  },
  {
    name: 'Instructors',
    text: 'Nothing to install for a class, and no account needed to begin. Submissions are judged on the server by hidden checks and seeds, and a verdict comes from replaying the run, not from what the submitted code says of itself.',
    href: '/labs/raft/03-election',
    link: 'Try the first lab step',
  },
  {
    name: 'Candidates',
    text: 'Questions on every lesson that come back before you forget them, and mock interviews of 20 or 45 minutes with a rubric. Name the day of yours, and the plan tells honestly what can be reached.',
    href: '/quiz',
    link: 'Try the quiz',
  },
] as const

export function WhoFor() {
  return (
    <section aria-labelledby="who" className="border-line border-t bg-surface">
      <div className="mx-auto w-full max-w-[90rem] px-4 py-14 sm:px-6 lg:py-20">
        <h2 id="who" className="font-[650] text-2xl tracking-tight sm:text-3xl">
          Who it is for
        </h2>
        <div className="mt-10 grid gap-x-12 gap-y-10 md:grid-cols-3">
          {READERS.map(({ name, text, href, link }) => (
            <div key={name} className="flex flex-col">
              <h3 className="font-semibold text-lg">{name}</h3>
              <p className="mt-2 grow text-muted leading-relaxed">{text}</p>
              <Link
                href={href}
                className="mt-4 self-start text-accent underline underline-offset-4 hover:decoration-2"
              >
                {link}
              </Link>
            </div>
          ))}
        </div>
      </div>
    </section>
  )
}
