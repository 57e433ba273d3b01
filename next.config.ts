import type { NextConfig } from 'next'

/** Nothing is loaded from, sent to or shown inside any other site. */
const PAGE_POLICY = [
  "default-src 'self'",
  // Next writes small inline scripts and styles into each page.
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ')

const YEAR_S = 31_536_000

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // A newcomer waits for the first build; types are checked by `npm run check`.
  typescript: { ignoreBuildErrors: true },
  // Loaded from node_modules as they are: bundling them costs time, and native parts break.
  serverExternalPackages: [
    '@prisma/client',
    'esbuild',
    'graphile-worker',
    'mdx-bundler',
    'pg',
    'rehype-katex',
    'rehype-pretty-code',
    'remark-gfm',
    'remark-math',
    'shiki',
  ],
  headers() {
    return Promise.resolve([
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        ],
      },
      {
        // The frame in which a learner's code runs, and pages that stand in the frame of a learning
        // platform, set stricter policies of their own.
        source: '/((?!run-frame|lti/login|lti/launch|lti/arrive|lti/deep-link).*)',
        headers: [{ key: 'Content-Security-Policy', value: PAGE_POLICY }],
      },
      ...['/monaco/:path*', '/run-worker/:path*', '/kit-types/:path*'].map((source) => ({
        source,
        // Their paths carry a hash of the content.
        headers: [{ key: 'Cache-Control', value: `public, max-age=${YEAR_S}, immutable` }],
      })),
      {
        // Lies in a folder of its own, and is for the quiz's pages.
        source: '/quiz-worker/:path*',
        headers: [
          { key: 'Service-Worker-Allowed', value: '/quiz' },
          { key: 'Cache-Control', value: 'no-cache' },
        ],
      },
    ])
  },
}

export default config
