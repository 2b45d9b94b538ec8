// Which file may import which: `npm run check:lint` holds every import against it.

/** Folders of lib/ from top to bottom: each imports only what is below it, and none beside it. */
const libLevels = [
  ['outputs', 'proof'],
  ['files'],
  ['reading'],
  ['link'],
  ['overlay'],
  ['catalog'],
  ['domain'],
];
/** The same for components/. */
const componentLevels = [
  ['wizard'],
  ['questions', 'preview', 'panels', 'dialogs'],
  ['state'],
  ['ui'],
];

/** The only places that bring the catalogue and what reads one together. All else takes a catalogue as a parameter. */
const COMPOSERS = ['components/wizard/wizard\\.tsx', 'server/respond\\.ts', 'bin/'];

/** Tests may reach for anything: a test of one layer is often easiest to read with the help of another. */
const TEST = '\\.test\\.tsx?$';

/** One rule a folder: it may import its own files and those that are named. */
const onlyFrom = (folder, allowed) => ({
  name: `what-${folder}-imports`.replaceAll('/', '-'),
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: TEST },
  to: {
    path: '^(?:app|server|components|lib|bin|e2e|tests|scripts)/',
    pathNot: `^(?:${[folder, ...allowed].join('|')})/`,
  },
});

/** One rule a folder: it imports what is on a lower level, and of other trees those that are named. */
const downwards = (top, levels, outside = []) =>
  levels.flatMap((level, index) => {
    const below = levels.slice(index + 1).flat();
    const allowed = [...below.map((name) => `${top}/${name}`), ...outside];
    return level.map((folder) => onlyFrom(`${top}/${folder}`, allowed));
  });

/** A folder that has no level may import nothing, so that a new one gets its level first. */
const noOthers = (top, levels) => ({
  name: `${top}-has-no-other-folders`,
  severity: 'error',
  from: { path: `^${top}/`, pathNot: [`^${top}/(?:${levels.flat().join('|')})/`, TEST] },
  to: {},
});

/** One rule a package that belongs to some folders only. */
const onlyIn = (packages, folders) => ({
  name: `who-imports-${packages[0]}`,
  severity: 'error',
  from: {
    path: '^(?:app|server|components|lib|bin|e2e)/',
    pathNot: [`^(?:${folders.join('|')})/`, TEST],
  },
  to: { path: `^node_modules/(?:${packages.join('|')})/` },
});

module.exports = {
  forbidden: [
    onlyFrom('app', ['server', 'components']),
    onlyFrom('server', ['lib']),
    onlyFrom('bin', ['lib']),
    // Browser tests know the right answer by themselves: never computed with the code under test.
    onlyFrom('e2e', ['scripts', 'tests/expected']),
    ...downwards('lib', libLevels),
    noOthers('lib', libLevels),
    ...downwards('components', componentLevels, ['lib']),
    noOthers('components', componentLevels),
    {
      name: 'who-imports-the-catalogue',
      severity: 'error',
      from: { path: '.', pathNot: [`^(?:lib/catalog/|${COMPOSERS.join('|')})`, TEST] },
      to: { path: '^lib/catalog/' },
    },
    onlyIn(['next', 'react', 'react-dom'], ['app', 'server', 'components', 'e2e']),
    onlyIn(['js-yaml'], ['lib/overlay', 'lib/files', 'e2e']),
    { name: 'no-circle-of-files', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.css$', TEST, '^tests/'] },
    tsPreCompilationDeps: true, // `import type` counts too
    tsConfig: { fileName: 'tsconfig.json' },
    skipAnalysisNotInRules: true,
  },
};
