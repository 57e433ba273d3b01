/**
 * Small pages that may stand in a frame of a platform, where none of the site's own may. They
 * need no script and no session, and say by themselves who may frame them.
 */
import 'server-only'

interface PageOptions {
  readonly title: string
  /** Written by `html`. */
  readonly body: Html
  readonly status?: number
  /** Sources of CSP: which pages may frame this one, and where its forms may go. */
  readonly frameAncestors?: string
  readonly formAction?: string
  /** Runs at once; the page must do without it too. */
  readonly script?: string
  readonly cookies?: readonly string[]
}

/** Text that is markup already. */
export interface Html {
  readonly markup: string
}

/** Writes markup; values are escaped, unless they are markup themselves. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const written = values.map((value) => {
    if (typeof value === 'string') return escape(value)
    return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
  })
  return { markup: parts.map((part, index) => part + (written[index] ?? '')).join('') }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

/** The site's own colours are in tokens that a page without its style sheets does not have. */
const STYLE = `
  :root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 40rem; padding: 2rem 1rem; }
  h1 { font-size: 1.5rem; line-height: 1.25; }
  fieldset { border: 1px solid GrayText; border-radius: .5rem; margin: 1rem 0; padding: .75rem 1rem; }
  fieldset label { display: flex; gap: .6rem; align-items: baseline; min-height: 2rem; }
  select { font: inherit; min-height: 2.5rem; max-width: 100%; }
  button, .button { background: CanvasText; border: 1px solid CanvasText; border-radius: .5rem;
    box-sizing: border-box; color: Canvas; cursor: pointer; display: inline-block;
    font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1.1rem;
    text-decoration: none; }
  :focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }`

export function htmlPage({
  title,
  body,
  status = 200,
  frameAncestors = "'none'",
  formAction = "'self'",
  script,
  cookies = [],
}: PageOptions): Response {
  const nonce = crypto.randomUUID()
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ...(script === undefined ? [] : [`script-src 'nonce-${nonce}'`]),
    `form-action ${formAction}`,
    `frame-ancestors ${frameAncestors}`,
    "base-uri 'none'",
  ].join('; ')
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    // The address of a page here may hold what a platform sent.
    'referrer-policy': 'no-referrer',
  })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  const page = html`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title} · Netsplit</title>
<style>${{ markup: STYLE }}</style></head><body><main><h1>${title}</h1>${body}</main>${
    script === undefined ? '' : { markup: `<script nonce="${nonce}">${script}</script>` }
  }</body></html>`
  return new Response(page.markup, { status, headers })
}

/** A page that says what went wrong, and what to do. */
export function troublePage(
  status: number,
  { title, text }: { readonly title: string; readonly text: string },
): Response {
  // Where it is shown in a frame, the frame's owner is not known, or not to be trusted.
  return htmlPage({ title, body: html`<p role="alert">${text}</p>`, status, frameAncestors: '*' })
}

/** For whoever sees the site as somebody else: the only ones who may not come at all. */
export function refuseInView(): Response {
  return troublePage(403, {
    title: 'You see this site as somebody else',
    text: 'End that view with its button on any page, then open the link in your learning platform again.',
  })
}
