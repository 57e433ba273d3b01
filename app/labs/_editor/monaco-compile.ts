'use client'
/** Compiles the text of an editor with the TypeScript that also underlines its mistakes. */
import type { Compilation, Problem } from '../../_run/compilation.ts'
import type { Monaco } from './load-monaco.ts'

type Model = NonNullable<ReturnType<Monaco['editor']['getModel']>>

interface Diagnostic {
  readonly start: number | undefined
  readonly messageText: string | { readonly messageText: string }
}

/** The present text of the model as CommonJS, or what is wrong with it. */
export async function compileModel(monaco: Monaco, model: Model): Promise<Compilation> {
  const uri = model.uri.toString()
  const worker = await (await monaco.getTypeScriptWorker())(model.uri)
  const syntax = await worker.getSyntacticDiagnostics(uri)
  if (syntax.length > 0) {
    return { kind: 'does-not-compile', problems: syntax.map((one) => toProblem(one, model)) }
  }
  const [types, { outputFiles }] = await Promise.all([
    worker.getSemanticDiagnostics(uri),
    worker.getEmitOutput(uri),
  ])
  const find = (ending: string) => outputFiles.find(({ name }) => name.endsWith(ending))?.text ?? ''
  return {
    kind: 'compiled',
    code: find('.js'),
    map: find('.map'),
    warnings: types.map((one) => toProblem(one, model)),
  }
}

function toProblem({ start, messageText }: Diagnostic, model: Model): Problem {
  const { lineNumber, column } = model.getPositionAt(start ?? 0)
  const message = typeof messageText === 'string' ? messageText : messageText.messageText
  return { line: lineNumber, column, message }
}
