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

const avoidedWords = (name: string, text: string) =>
  text
    .split('\n')
    .flatMap((line, index) => (AVOIDED.test(line) ? [`${name}:${index + 1} ${line.trim()}`] : []));

const missingPaths = (text: string) =>
  [...text.matchAll(PATH)].flatMap(([, path = '']) => (existsSync(path) ? [] : [path]));

it('no text of the project has a word that the glossary replaces', () => {
  expect(textFiles.length).toBeGreaterThan(300);
  expect(textFiles.flatMap((name) => avoidedWords(name, readFileSync(name, 'utf8')))).toEqual([]);
});

it('every path that a document names is there', () => {
  const documents = textFiles.filter((name) => name.endsWith('.md'));
  const text = documents.map((name) => readFileSync(name, 'utf8')).join('\n');
  expect(text.match(PATH)?.length).toBeGreaterThan(5);
  expect(missingPaths(text)).toEqual([]);
});

it('sees a word to avoid and a path that is missing', () => {
  expect(avoidedWords('a.ts', 'x\n// Thus it is mended.')).toEqual([
    'a.ts:2 // Thus it is mended.',
  ]);
  expect(missingPaths('`lib/nowhere.ts` and `lib/link`')).toEqual(['lib/nowhere.ts']);
});
