import { resolve } from "node:path";
import ts from "typescript";

/**
 * What of the declarations of many files can be reached from one of them: each statement that it exports, the statements
 * that these name, and so on.
 *
 * @param {string} entry
 * @param {(file: string) => ts.SourceFile} declarationsOf the declarations of a source file, which are read once
 * @returns {Map<string, string>} file → its declarations
 */
export function reachableDeclarations(entry, declarationsOf) {
  const modules = new Map();
  const moduleAt = (file) => {
    if (!modules.has(file)) modules.set(file, readModule(file, declarationsOf(file)));
    return modules.get(file);
  };
  for (const statement of moduleAt(entry).tree.statements) reach(moduleAt(entry), statement);
  return new Map(
    [...modules.values()]
      .filter(({ used }) => used.size > 0)
      .map(({ file }) => [file, printed(moduleAt(file))]),
  );

  /** Takes a statement in, with all that it names. */
  function reach(module, statement) {
    if (module.used.has(statement)) return;
    module.used.add(statement);
    if (ts.isImportDeclaration(statement)) return;
    if (ts.isExportDeclaration(statement)) {
      const file = fileOf(module, statement);
      for (const { name, propertyName } of statement.exportClause?.elements ?? [])
        if (file !== undefined) reachName(moduleAt(file), (propertyName ?? name).text);
      return;
    }
    const visit = (node) => {
      if (ts.isIdentifier(node)) reachName(module, node.text);
      ts.forEachChild(node, visit);
    };
    visit(statement);
  }

  /** Takes in what declares a name: a statement of the module, or one that it imports. */
  function reachName(module, name) {
    for (const statement of module.declared.get(name) ?? []) reach(module, statement);
    const imported = module.imported.get(name);
    if (imported === undefined || module.names.has(name)) return;
    module.names.add(name);
    const file = fileOf(module, imported.statement);
    if (file !== undefined) reachName(moduleAt(file), imported.name);
  }
}

function readModule(file, tree) {
  const declared = new Map();
  const imported = new Map();
  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement))
      for (const { name, propertyName } of statement.importClause?.namedBindings?.elements ?? [])
        imported.set(name.text, { statement, name: (propertyName ?? name).text });
    const named = ts.isExportDeclaration(statement) ? (statement.exportClause?.elements ?? []) : [statement];
    const variables = ts.isVariableStatement(statement) ? statement.declarationList.declarations : named;
    for (const { name } of variables)
      if (name !== undefined) declared.set(name.text, [...(declared.get(name.text) ?? []), statement]);
  }
  // `used` are statements that are taken in, `names` the imported names that these use
  return { file, tree, declared, imported, used: new Set(), names: new Set() };
}

/** The source file that a statement imports from; undefined for a package. */
function fileOf({ file }, { moduleSpecifier }) {
  const name = moduleSpecifier?.text ?? "";
  return name.startsWith(".") ? resolve(file, "..", name) : undefined;
}

/** What is taken in of a module, as text. */
function printed({ tree, used, names }) {
  const texts = tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement)) return used.has(statement) ? [statement.getFullText(tree)] : [];
    const elements = statement.importClause?.namedBindings?.elements ?? [];
    const kept = elements.filter(({ name }) => names.has(name.text)).map((element) => element.getText(tree));
    const list = kept.map((name) => name.replace(/^type /, "")).join(", ");
    return kept.length === 0
      ? []
      : [`\nimport type { ${list} } from ${statement.moduleSpecifier.getText(tree)};`];
  });
  return `${texts.join("").trim()}\n`;
}
