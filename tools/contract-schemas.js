// @ts-check
/**
 * Writes the JSON Schemas of the contract's types, from which the proxy describes itself at /openapi.json. They are derived
 * from the TypeScript sources, because the contract is types only: the browser loads none of it. Run it with
 * `npm run schemas` after a change to src/contract; a test compares the file with the types.
 */
import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

/** @typedef {{ [keyword: string]: unknown }} Schema */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = `${root}/src/contract/index.ts`;
export const target = `${root}/backend-proxy/src/openapi/contract-schemas.json`;

/**
 * Returns the file's text: a JSON Schema (2020-12) for every type that the contract exports and every named type of ours
 * below it, by name. References have the form `#/components/schemas/{name}`.
 * @throws {Error} for a type that has no JSON, and for two types of one name.
 */
export async function contractSchemas() {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}/tsconfig.pure.json`,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const program = ts.createProgram([source], config?.options ?? {});
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(/** @type {ts.SourceFile} */ (program.getSourceFile(source)));
  if (!module) throw new Error(`${source} is not a module`);
  const writer = new SchemaWriter(checker);
  for (const symbol of checker.getExportsOfModule(module)) writer.add(writer.original(symbol));
  const sorted = [...writer.schemas].sort(([a], [b]) => (a < b ? -1 : 1));
  const style = await resolveConfig(target);
  return format(JSON.stringify(Object.fromEntries(sorted)), { ...style, parser: 'json' });
}

class SchemaWriter {
  /** @type {Map<string, Schema>} */
  schemas = new Map();
  /** @type {Map<string, ts.Symbol>} */
  #named = new Map();

  /** @param {ts.TypeChecker} checker */
  constructor(checker) {
    this.checker = checker;
  }

  /** @param {ts.Symbol} symbol */
  original(symbol) {
    return symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  /**
   * Adds the schema of a named type, once. Constants have none.
   * @param {ts.Symbol} symbol
   */
  add(symbol) {
    const declaration = symbol.declarations?.find(
      (each) => ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each),
    );
    if (!declaration) return;
    const known = this.#named.get(symbol.name);
    if (known === symbol) return;
    if (known) throw new Error(`there are two types named ${symbol.name}`);
    this.#named.set(symbol.name, symbol);
    const schema = ts.isTypeAliasDeclaration(declaration)
      ? this.#ofNode(declaration.type)
      : this.#ofType(this.checker.getDeclaredTypeOfSymbol(symbol));
    this.schemas.set(symbol.name, this.#described(symbol, schema));
  }

  /**
   * Follows the source as far as it names types, because the checker forgets the names of unions.
   * @param {ts.TypeNode} node
   * @returns {Schema}
   */
  #ofNode(node) {
    if (ts.isParenthesizedTypeNode(node)) return this.#ofNode(node.type);
    if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) {
      return this.#ofNode(node.type);
    }
    if (ts.isArrayTypeNode(node)) return { type: 'array', items: this.#ofNode(node.elementType) };
    if (ts.isUnionTypeNode(node)) return union(node.types.map((each) => this.#ofNode(each)));
    if (ts.isTypeReferenceNode(node) && !node.typeArguments) {
      const symbol = this.checker.getSymbolAtLocation(node.typeName);
      const named = symbol && this.original(symbol);
      if (named && isOurs(named)) {
        this.add(named);
        return { $ref: `#/components/schemas/${named.name}` };
      }
    }
    return this.#ofType(this.checker.getTypeFromTypeNode(node));
  }

  /**
   * @param {ts.Type} type
   * @returns {Schema}
   */
  #ofType(type) {
    const { flags } = type;
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { enum: [type.value] };
    if (flags & ts.TypeFlags.BooleanLiteral) return { enum: [this.checker.typeToString(type) === 'true'] };
    if (flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.isUnion()) return union(type.types.map((each) => this.#ofType(each)));
    const [item] = this.checker.isArrayType(type)
      ? this.checker.getTypeArguments(/** @type {ts.TypeReference} */ (type))
      : [];
    if (item) return { type: 'array', items: this.#ofType(item) };
    if (flags & ts.TypeFlags.Object && type.getCallSignatures().length === 0) return this.#ofObject(type);
    throw new Error(`${this.checker.typeToString(type)} has no JSON Schema`);
  }

  /**
   * @param {ts.Type} type
   * @returns {Schema}
   */
  #ofObject(type) {
    const index = this.checker.getIndexInfosOfType(type)[0];
    const properties = this.checker.getPropertiesOfType(type);
    const isRequired = (/** @type {ts.Symbol} */ { flags }) => (flags & ts.SymbolFlags.Optional) === 0;
    const required = properties.filter(isRequired).map(({ name }) => name);
    return {
      type: 'object',
      ...(properties.length > 0 && {
        properties: Object.fromEntries(properties.map((each) => [each.name, this.#ofProperty(each)])),
      }),
      ...(required.length > 0 && { required }),
      ...(index && { additionalProperties: this.#ofType(index.type) }),
    };
  }

  /** @param {ts.Symbol} property */
  #ofProperty(property) {
    const { valueDeclaration: declaration } = property;
    const isWritten = declaration && ts.isPropertySignature(declaration) && declaration.type;
    const schema = isWritten
      ? this.#ofNode(/** @type {ts.TypeNode} */ (declaration.type))
      : this.#ofType(this.checker.getTypeOfSymbol(property));
    return this.#described(property, schema);
  }

  /**
   * @param {ts.Symbol} symbol
   * @param {Schema} schema
   */
  #described(symbol, schema) {
    const parts = symbol.getDocumentationComment(this.checker);
    const text = ts.displayPartsToString(parts).replace(/\{@link (\w+)\}/g, '$1');
    return text === '' ? schema : { description: text.replace(/\s+/g, ' '), ...schema };
  }
}

/** @param {ts.Symbol} symbol */
function isOurs(symbol) {
  const [declaration] = symbol.declarations ?? [];
  return declaration?.getSourceFile().fileName.startsWith(`${root}/src/`) ?? false;
}

/**
 * Joins literals into one list of values, plain types into one list of types, and keeps the other alternatives.
 * @param {Schema[]} alternatives
 * @returns {Schema}
 */
function union(alternatives) {
  const values = alternatives.flatMap((each) => (Array.isArray(each.enum) ? each.enum : []));
  const isBoolean = values.includes(true) && values.includes(false);
  const literals = values.filter((value) => !isBoolean || typeof value !== 'boolean');
  const rest = alternatives.filter((each) => !Array.isArray(each.enum));
  const isPlain = (/** @type {Schema} */ each) => Object.keys(each).join() === 'type';
  const types = [...rest.filter(isPlain).map(({ type }) => type), ...(isBoolean ? ['boolean'] : [])];
  const all = [
    ...(literals.length > 0 ? [{ enum: literals }] : []),
    ...(types.length > 0 ? [{ type: types.length === 1 ? types[0] : types }] : []),
    ...rest.filter((each) => !isPlain(each)),
  ];
  return all.length === 1 ? /** @type {Schema} */ (all[0]) : { anyOf: all };
}

if (argv[1] && resolve(argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(target, await contractSchemas());
}
