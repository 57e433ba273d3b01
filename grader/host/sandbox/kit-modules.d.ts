/** Made by scripts/build/sandbox.ts: every module that a learner may import, by specifier. */
declare module 'netsplit:modules' {
  export const modules: Readonly<Record<string, unknown>>
}
