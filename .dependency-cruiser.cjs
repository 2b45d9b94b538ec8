// Which file may import which: `npm run check:lint` holds every import against it.

/** What each folder may import of ours beside its own files. A folder of lib/ or components/ without a row may import nothing. */
const MAY_IMPORT = {
  app: 'server|components',
  server: 'lib',
  bin: 'lib',
  // Browser tests know the right answer by themselves: never computed with the code under test.
  e2e: 'scripts|tests/expected',
  'components/wizard': 'components|lib',
  'components/(questions|preview|panels|dialogs)': 'components/(?:later|state|ui)|lib',
  'components/later': 'components/(?:panels|dialogs)|lib',
  'components/state': 'components/ui|lib',
  'components/ui': 'lib',
  'lib/(outputs|proof)': 'lib/(?:files|reading|link|overlay|domain)',
  'lib/files': 'lib/(?:reading|link|overlay|domain)',
  'lib/reading': 'lib/(?:link|overlay|domain)',
  'lib/link': 'lib/(?:overlay|domain)',
  'lib/(overlay|catalog)': 'lib/domain',
  'lib/domain': 'lib/domain',
};

/** Who may import what belongs to some places only: the catalogue to those that bring it together with what reads one. */
const ONLY_IN = {
  'lib/catalog': 'lib/catalog/|components/wizard/wizard\\.tsx|server/respond\\.ts|bin/',
  'node_modules/(?:next|react|react-dom)': '(?:app|server|components|e2e)/',
  'node_modules/js-yaml': '(?:lib/overlay|lib/files|e2e)/',
};

/** Tests may reach for anything: a test of one layer is often easiest to read with the help of another. */
const TEST = '\\.test\\.tsx?$';

const rule = (name, from, to) => ({ name: name.replace(/\W+/g, '-'), severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...Object.entries(MAY_IMPORT).map(([folder, others]) =>
      rule(
        `what ${folder} imports`,
        { path: `^${folder}/`, pathNot: TEST },
        {
          path: '^(?:app|server|components|lib|bin|e2e|tests|scripts)/',
          pathNot: `^(?:${folder.replace(/\(.*\)/, '$1')}|${others})/`, // $1 is the one of several that imports
        },
      ),
    ),
    rule(
      'folders without a row',
      {
        path: '^(?:lib|components)/',
        pathNot: [`^(?:${Object.keys(MAY_IMPORT).join('|')})/`, TEST],
      },
      {},
    ),
    ...Object.entries(ONLY_IN).map(([what, places]) =>
      rule(`who imports ${what}`, { pathNot: [`^(?:${places})`, TEST] }, { path: `^${what}/` }),
    ),
    rule('no circle of files', {}, { circular: true }),
    rule('nothing unresolved', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.css$', TEST, '^tests/'] },
    tsPreCompilationDeps: true, // `import type` counts too
    tsConfig: { fileName: 'tsconfig.json' },
    skipAnalysisNotInRules: true,
  },
};
