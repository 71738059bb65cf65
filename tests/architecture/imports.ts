import ts from 'typescript';

/** What a source file asks for. */
export type Import = {
  /** As written, without a query such as `?worker`. */
  specifier: string;
  /** Gone when the program runs. */
  typeOnly: boolean;
};

/**
 * Every import of a source file: static, dynamic, of types, re-exports, and the files named by
 * `new URL('…', import.meta.url)`, which is how workers are started.
 * @param path decides how the text is read: `.svelte`, or a script
 */
export function importsOf(path: string, text: string): Import[] {
  if (!path.endsWith('.svelte')) return importsOfScript(path, text);
  const scripts = [...text.matchAll(SCRIPT)].map(([, script = '']) => script);
  const markup = text.replaceAll(SCRIPT, '').matchAll(DYNAMIC);
  return [
    ...scripts.flatMap((script) => importsOfScript(`${path}.ts`, script)),
    ...[...markup].map(([, , specifier = '']) => found(specifier, false))
  ];
}

const SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/g;
const DYNAMIC = /\bimport\(\s*(['"])(.+?)\1/g;

function importsOfScript(path: string, text: string): Import[] {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) imports.push(found(specifier, isTypeOnly(node)));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false));
  return imports;
}

function found(specifier: string, typeOnly: boolean): Import {
  return { specifier: specifier.replace(/\?.*$/, ''), typeOnly };
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return literal(node.moduleSpecifier);
  }
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return literal(node.arguments[0]);
  }
  if (ts.isNewExpression(node) && isName(node.expression, 'URL') && isModuleUrl(node)) {
    const path = literal(node.arguments?.[0]);
    return path?.endsWith('/') ? undefined : path;
  }
  return undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node)) return false;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return (
    clause.name === undefined &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every((element) => element.isTypeOnly)
  );
}

/** Whether the second argument of a `new URL` is `import.meta.url`. */
function isModuleUrl(node: ts.NewExpression): boolean {
  const base = node.arguments?.[1];
  return (
    base !== undefined &&
    ts.isPropertyAccessExpression(base) &&
    base.name.text === 'url' &&
    ts.isMetaProperty(base.expression)
  );
}

function isName(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function literal(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}
