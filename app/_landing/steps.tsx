/** How a lesson and a lab go: predict, run, see why. */

const STEPS = [
  {
    title: 'Predict',
    text: 'Each figure asks first: what will this client get? A wrong guess costs nothing and is the moment at which one learns.',
  },
  {
    title: 'Run',
    text: 'The figure, your code and the grader share one deterministic simulator. The same code and seed give the same trace, event for event, so a rare failure is never a flake.',
  },
  {
    title: 'See why',
    text: 'A red check names the claim that broke, the event at which it broke, and the seed. The run opens as a diagram that you can step through, back and forth.',
  },
] as const

export function Steps() {
  return (
    <section
      aria-labelledby="how"
      className="mx-auto w-full max-w-[90rem] px-4 py-14 sm:px-6 lg:py-20"
    >
      <h2 id="how" className="max-w-[28ch] font-[650] text-2xl tracking-tight sm:text-3xl">
        A quiet textbook with a laboratory bench
      </h2>
      <ol className="mt-10 grid gap-x-12 gap-y-10 md:grid-cols-3">
        {STEPS.map(({ title, text }, index) => (
          <li key={title} className="border-text border-t-2 pt-4">
            <p className="font-mono text-muted text-sm">{index + 1}</p>
            <h3 className="mt-1 font-semibold text-lg">{title}</h3>
            <p className="mt-2 text-muted leading-relaxed">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
