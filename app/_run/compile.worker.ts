/**
 * Compiles a learner's TypeScript where the editor is not loaded (on phones). Only
 * syntax is checked; types are the editor's part. Bundled by `scripts/build/run-worker.ts`.
 */
import ts from 'typescript'
import type { Compilation, Problem } from './compilation.ts'

self.onmessage = ({ data: source, ports: [port] }: MessageEvent<string>) => {
  port?.postMessage(compile(source))
}

function compile(source: string): Compilation {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(source, {
    fileName: 'main.ts',
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      strict: true,
      sourceMap: true,
      useDefineForClassFields: true,
    },
  })
  const problems = (diagnostics ?? []).map(toProblem)
  if (problems.length > 0) return { kind: 'does-not-compile', problems }
  return { kind: 'compiled', code: outputText, map: sourceMapText ?? '', warnings: [] }
}

function toProblem({ file, start, messageText }: ts.Diagnostic): Problem {
  const position = file?.getLineAndCharacterOfPosition(start ?? 0)
  return {
    line: (position?.line ?? 0) + 1,
    column: (position?.character ?? 0) + 1,
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
  }
}
