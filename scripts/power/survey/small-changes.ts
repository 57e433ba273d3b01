/**
 * Small changes of a program, one at a time, made by rule: a statement left out, a condition turned
 * around, a comparison with or without equality, one of two operands alone. What DeMillo, Lipton
 * and Sayward (Hints on Test Data Selection, 1978) call mutants, with the operators that fit short
 * protocol code.
 */
import ts from 'typescript'

export interface SmallChange {
  /** Where it is in the source, in characters from its start. */
  readonly from: number
  readonly to: number
  readonly replacement: string
  /** What was done, in a few words. */
  readonly rule: string
}

const { SyntaxKind } = ts

const OTHER_OPERATOR: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [SyntaxKind.LessThanToken, '<='],
  [SyntaxKind.LessThanEqualsToken, '<'],
  [SyntaxKind.GreaterThanToken, '>='],
  [SyntaxKind.GreaterThanEqualsToken, '>'],
  [SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [SyntaxKind.PlusToken, '-'],
  [SyntaxKind.MinusToken, '+'],
])

/** Operators of which each operand can stand alone. */
const JOINING: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.AmpersandAmpersandToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
])

/** Calls that give what they are called on, or a part of it, or in another order. */
const SELECTING: ReadonlySet<string> = new Set(['filter', 'slice', 'sort', 'toSorted', 'reverse'])

/**
 * All small changes of a program whose place begins in a line of interest.
 * @param isOfInterest of a line, counted from 0
 */
export function smallChanges(
  source: string,
  isOfInterest: (line: number) => boolean,
): readonly SmallChange[] {
  const file = ts.createSourceFile('solution.ts', source, ts.ScriptTarget.ES2022, true)
  const changes: SmallChange[] = []
  const visit = (node: ts.Node) => {
    if (isForTypesOnly(node)) return
    if (isOfInterest(file.getLineAndCharacterOfPosition(node.getStart()).line)) {
      changes.push(...changesOf(node))
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return changes
}

/** The program with one change made. */
export function withChange(source: string, { from, to, replacement }: SmallChange): string {
  return source.slice(0, from) + replacement + source.slice(to)
}

function isForTypesOnly(node: ts.Node): boolean {
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isTypeNode(node)
  )
}

function changesOf(node: ts.Node): readonly SmallChange[] {
  if (ts.isExpressionStatement(node)) return statementChanges(node)
  if (ts.isIterationStatement(node, false)) return [change(node, ';', 'loop left out')]
  if (ts.isIfStatement(node)) return ifChanges(node)
  if (ts.isBinaryExpression(node)) return operatorChanges(node)
  if (ts.isCallExpression(node)) return callChanges(node)
  if (ts.isConditionalExpression(node)) {
    return [
      change(node, inBrackets(node.whenTrue), 'always the first of two'),
      change(node, inBrackets(node.whenFalse), 'always the second of two'),
    ]
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    return [change(node, node.operand.getText(), 'not left out')]
  }
  if (ts.isSpreadAssignment(node)) return [change(node, '...{}', 'spread left out')]
  if (node.kind === SyntaxKind.TrueKeyword) return [change(node, 'false', 'false for true')]
  if (node.kind === SyntaxKind.FalseKeyword) return [change(node, 'true', 'true for false')]
  return []
}

function statementChanges(node: ts.ExpressionStatement): readonly SmallChange[] {
  const isSuper =
    ts.isCallExpression(node.expression) &&
    node.expression.expression.kind === SyntaxKind.SuperKeyword
  return isSuper ? [] : [change(node, ';', 'statement left out')]
}

function ifChanges(node: ts.IfStatement): readonly SmallChange[] {
  const { expression, elseStatement } = node
  return [
    change(node, elseStatement?.getText() ?? ';', 'never'),
    change(expression, `!${inBrackets(expression)}`, 'condition turned around'),
    change(expression, 'true', 'always'),
  ]
}

function operatorChanges(node: ts.BinaryExpression): readonly SmallChange[] {
  const { left, operatorToken, right } = node
  const other = OTHER_OPERATOR.get(operatorToken.kind)
  if (other !== undefined) return [change(operatorToken, other, 'another operator')]
  if (!JOINING.has(operatorToken.kind)) return []
  return [
    change(node, inBrackets(left), 'the first operand alone'),
    change(node, inBrackets(right), 'the second operand alone'),
  ]
}

function callChanges(node: ts.CallExpression): readonly SmallChange[] {
  const called = node.expression
  if (!ts.isPropertyAccessExpression(called)) return []
  if (SELECTING.has(called.name.text)) {
    return [change(node, inBrackets(called.expression), `${called.name.text} left out`)]
  }
  if (called.getText() === 'Math.min') return [change(called, 'Math.max', 'max for min')]
  if (called.getText() === 'Math.max') return [change(called, 'Math.min', 'min for max')]
  return []
}

function inBrackets(node: ts.Node): string {
  return `(${node.getText()})`
}

function change(node: ts.Node, replacement: string, rule: string): SmallChange {
  return { from: node.getStart(), to: node.getEnd(), replacement, rule }
}
