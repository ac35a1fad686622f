/** Finds the `::part` names in the source of an element: those in templates and those passed to helpers as `part`. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface PartsInSource {
  readonly names: ReadonlySet<string>;
  /** The expressions that result in a name, as they are written. */
  readonly computed: ReadonlySet<string>;
  /** What `exportparts` passes on from an element within. */
  readonly exported: ReadonlySet<string>;
}

/** Reads every source file below a folder. A name with an expression in it is a pattern: `column-*`. */
export function partsIn(folder: string): PartsInSource {
  const parts = { names: new Set<string>(), computed: new Set<string>(), exported: new Set<string>() };
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.ts')) readFile(join(folder, path), parts);
  }
  return parts;
}

type Sets = { readonly [Key in keyof PartsInSource]: Set<string> };

function readFile(path: string, parts: Sets): void {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) readTemplate(node.template, parts);
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'part') addOption(node.initializer, parts);
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'editorParts' && node.initializer) {
      for (const name of textOf(node.initializer).split(',')) parts.exported.add(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

function readTemplate(template: ts.TemplateLiteral, { names, computed }: Sets): void {
  const text = template.getText().slice(1, -1);
  for (const [, value = ''] of text.matchAll(/\bpart="((?:\$\{[^}]*\}|[^"])*)"/g)) {
    // Expressions have spaces of their own.
    const expressions = [...value.matchAll(/\$\{([^}]*)\}/g)].map(([, expression = '']) => expression);
    for (const token of value.replaceAll(/\$\{[^}]*\}/g, '*').split(/\s+/)) {
      if (token !== '' && token !== '*') names.add(token);
    }
    if (/(^|\s)\$\{/.test(value)) for (const expression of expressions) computed.add(expression);
  }
  for (const [, expression = ''] of text.matchAll(/\bpart=\$\{([^}]*)\}/g)) computed.add(expression);
}

function addOption(value: ts.Expression, { names, computed }: Sets): void {
  if (ts.isStringLiteral(value)) names.add(value.text);
  else computed.add(value.getText());
}

/** The text of a literal, or of literals that are added up. */
function textOf(node: ts.Expression): string {
  if (ts.isStringLiteral(node)) return node.text;
  return ts.isBinaryExpression(node) ? textOf(node.left) + textOf(node.right) : '';
}
