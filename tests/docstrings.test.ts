import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** What a file exports that can be called: functions, values that are functions, and the public methods of classes. */
function callables(file: ts.SourceFile, checker: ts.TypeChecker): ts.Symbol[] {
  const module = checker.getSymbolAtLocation(file);
  return (module ? checker.getExportsOfModule(module) : []).flatMap((exported) => {
    if (exported.flags & ts.SymbolFlags.Class) {
      const members = checker.getDeclaredTypeOfSymbol(exported).getProperties();
      return [exported, ...members.filter(isPublicMethod)];
    }
    const isValue = exported.flags & ts.SymbolFlags.Value;
    return isValue && checker.getTypeOfSymbol(exported).getCallSignatures().length > 0
      ? [exported]
      : [];
  });
}

function isPublicMethod({ valueDeclaration: declared }: ts.Symbol): boolean {
  return !!declared && ts.isMethodDeclaration(declared) && !ts.isPrivateIdentifier(declared.name);
}

/** Where one of these files exports something to call that has no docstring, or an empty one. */
function undocumented(files: readonly string[], options: ts.CompilerOptions): string[] {
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`TypeScript cannot read ${file}.`);
    return callables(source, checker)
      .filter((symbol) => symbol.getDocumentationComment(checker).every(({ text }) => !text.trim()))
      .map(({ name }) => `${path.relative('.', file)}: ${name}`);
  });
}

it('every function of lib/ that others may call says what it promises', () => {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  const files = ts.sys.readDirectory('lib', ['.ts'], ['**/*.test.ts']);
  expect(undocumented(files, options)).toEqual([]);
});
