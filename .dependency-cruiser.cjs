// Which file may import which: `npm test -- lint` holds every import against it.

/** Folders of lib/ from top to bottom: each imports its own level and what is below it. */
const libLevels = [
  ['outputs', 'files', 'proof'],
  ['reading'],
  ['link'],
  ['overlay'],
  ['catalog'],
  ['domain'],
];
/** The same for components/. What stands in components/ itself is a level of its own below these. */
const componentLevels = [['wizard'], ['questions', 'preview', 'panels', 'dialogs'], ['ui']];

/** Tests may reach for anything: a test of one layer is often easiest to read with the help of another. */
const TEST = '\\.test\\.tsx?$';

/** One rule a folder: it may import its own files and those that are named. */
const onlyFrom = (folder, allowed) => ({
  name: `what-${folder}-imports`.replaceAll('/', '-'),
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: TEST },
  to: {
    path: '^(?:app|pages|server|components|lib|e2e|tests|scripts)/',
    pathNot: `^(?:${[folder, ...allowed].join('|')})/`,
  },
});

/** One rule a level: it imports no level above it. */
const downwards = (top, levels) =>
  levels.slice(1).map((level, index) => ({
    name: `${top}-imports-run-down-to-${level.join('-')}`,
    severity: 'error',
    from: { path: `^${top}/(?:${level.join('|')})/`, pathNot: TEST },
    to: {
      path: `^${top}/(?:${levels
        .slice(0, index + 1)
        .flat()
        .join('|')})/`,
    },
  }));

/** One rule a package that belongs to some folders only. */
const onlyIn = (packages, folders) => ({
  name: `who-imports-${packages[0]}`,
  severity: 'error',
  from: {
    path: '^(?:app|pages|server|components|lib|e2e)/',
    pathNot: [`^(?:${folders.join('|')})/`, TEST],
  },
  to: { path: `^node_modules/(?:${packages.join('|')})/` },
});

module.exports = {
  forbidden: [
    onlyFrom('app', ['server', 'components', 'lib']),
    onlyFrom('pages', ['app', 'components']),
    onlyFrom('server', ['lib']),
    onlyFrom('components', ['lib']),
    onlyFrom('lib', []),
    // Browser tests know the right answer by themselves: never computed with the code under test.
    onlyFrom('e2e', ['scripts', 'tests/expected']),
    ...downwards('lib', libLevels),
    ...downwards('components', componentLevels),
    onlyIn(['next', 'react', 'react-dom'], ['app', 'pages', 'server', 'components', 'e2e']),
    // One folder writes YAML, another reads it.
    onlyIn(['js-yaml', 'yaml'], ['lib/overlay', 'lib/files', 'lib/proof', 'e2e']),
    { name: 'no-circle-of-files', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-circle-of-folders',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    // dependency-cruiser does not read the export of js-yaml that holds its smaller half.
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^js-yaml/browser$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.css$', TEST, '^tests/'] },
    tsPreCompilationDeps: true, // `import type` counts too
    tsConfig: { fileName: 'tsconfig.json' },
    skipAnalysisNotInRules: true,
  },
};
