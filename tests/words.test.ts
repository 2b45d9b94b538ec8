import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Words that the glossary replaces, and old-fashioned ones. Only words that have no other use in this project. */
const AVOIDED =
  /\b(mend(s|ed|ing)?|permalinks?|artefacts?|share URLs?|nought|hence|thus|whence|anew|were it|there where|as they arrive|(held|hold) against|should (a|an|the) \w+ be)\b/i;

/** CONTEXT.md lists the words to avoid. Expected files hold text that an operator typed. */
const NOT_CHECKED = /^(CONTEXT\.md|tests\/words\.test\.ts|tests\/expected\/|tests\/links\/)/;

/** A path of this repository in a document, between backticks: `lib/link/link.ts`. */
const PATH = /`((?:app|bin|components|docs|e2e|lib|scripts|server|tests)\/[\w./-]*\w)`/g;

const FOLDERS = ['.ci', 'app', 'bin', 'components', 'deploy', 'docs', 'e2e', 'lib'].concat(
  ...['scripts', 'server', 'tests'],
);

/** The project's text files, by their paths from its root. No git: a machine may have only Node. */
const textFiles = [
  ...readdirSync('.'),
  ...FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  ),
].filter(
  (name) => /^(?!.*\/\.|next-env).*\.(tsx?|mjs|cjs|css|md)$/.test(name) && !NOT_CHECKED.test(name),
);

const avoidedWords = (name: string) =>
  readFileSync(name, 'utf8')
    .split('\n')
    .flatMap((line, index) => (AVOIDED.test(line) ? [`${name}:${index + 1} ${line.trim()}`] : []));

it('no text of the project has a word that the glossary replaces', () => {
  expect(textFiles.length).toBeGreaterThan(300);
  expect(textFiles.flatMap(avoidedWords)).toEqual([]);
});

it('every path that a document names is there', () => {
  const documents = textFiles.filter((name) => name.endsWith('.md'));
  const text = documents.map((name) => readFileSync(name, 'utf8')).join('\n');
  const paths = [...text.matchAll(PATH)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

const DECLARED =
  /^export (?:async )?(?:function\*? (\w+)|const (\w+)(?:: [^=]+)? = (?:async )?(?:\(|<|\w+ =>))/;

/** The exported functions of a text that have no docstring right above them. */
const undocumented = (text: string) =>
  text.split('\n').flatMap((line, index, lines) => {
    const [, name, constant] = DECLARED.exec(line) ?? [];
    const found = name ?? constant;
    return found && !lines[index - 1]?.endsWith('*/') ? [found] : [];
  });

it('every function of lib/ that others may call says what it promises', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' });
  const found = files
    // The template holds a script of k6's, whose functions nothing of ours calls.
    .filter((file) => /(?<!\.test|k6-template)\.tsx?$/.test(file))
    .flatMap((file) =>
      undocumented(readFileSync(`lib/${file}`, 'utf8')).map((name) => `${file}: ${name}`),
    );
  expect(found).toEqual([]);
});
