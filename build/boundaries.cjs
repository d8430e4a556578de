/**
 * Who may import whom: the table of the architecture, as rules for dependency-cruiser. Each part is
 * forbidden everything but what its row names, so that a new dependency is a decision made here.
 */

const { builtinModules } = require('node:module');

/** What the parts below may import from npm. */
const PROTOCOL_LIBRARIES = [
  '@peculiar/x509',
  'basic-ftp',
  'ipaddr.js',
  'ipp',
  'net-snmp',
  'reflect-metadata',
];
const UI_KIT = [
  '@fontsource-variable/inter',
  '@mantine/[^/]+',
  '@tabler/icons-react',
  '@tanstack/react-virtual',
  'react',
  'react-dom',
];
const WINDOW_LIBRARIES = [...UI_KIT, '@xyflow/react', 'i18next', 'papaparse', 'react-i18next', 'zustand'];
const MAIN_PROCESS_LIBRARIES = ['electron', 'electron-log', 'zod'];
const CLI_LIBRARIES = ['commander', 'zod'];

/** Data, not code: catalogues, print styles, the icon, and fonts that are printed into a page. */
const DATA = ['^assets/', '^node_modules/@fontsource/inter/files/'];
/** Without the node: prefix, which dependency-cruiser takes off. */
const NODE = `^(${builtinModules.join('|')})$`;
/** For the program's version. */
const MANIFEST = '^package\\.json$';
/** A file that does not exist is one mistake and is reported once, by its own rule. */
const UNRESOLVED = '^\\.\\.?/';

/** @param {readonly string[]} names */
const packages = (names) => names.map((name) => `^node_modules/(@types/)?${name}/`);
/** @param {readonly string[]} names */
const parts = (...names) => names.map((name) => `^src/${name}/`);

/**
 * @param {string} name
 * @param {string} from
 * @param {readonly string[]} allowed besides itself and data
 * @param {{ except?: readonly string[] }} [options]
 */
function only(name, from, allowed, { except = [] } = {}) {
  return {
    name: `${name}-imports-only-its-row`,
    comment: `The row of "${name}" in build/boundaries.cjs does not name this import.`,
    severity: 'error',
    from: { path: from, ...(except.length > 0 ? { pathNot: except } : {}) },
    to: { pathNot: [from, ...allowed, ...DATA, UNRESOLVED] },
  };
}

module.exports = {
  forbidden: [
    only('contract', '^src/contract/', packages(['zod'])),
    only('requirements', '^src/requirements/', parts('contract')),
    only('plan', '^src/plan/', parts('contract')),
    only('verdict', '^src/verdict/', parts('contract')),
    only('report', '^src/report/', [...parts('contract'), ...packages(['uqr'])]),
    only('wire', '^src/probes/wire/', []),
    only('probes', '^src/probes/', [...parts('contract'), NODE, ...packages(PROTOCOL_LIBRARIES)], {
      except: ['^src/probes/wire/'],
    }),
    only('standin', '^src/standin/', [
      ...parts('contract', 'probes/wire'),
      NODE,
      ...packages(PROTOCOL_LIBRARIES),
    ]),
    only('run', '^src/run/', [
      ...parts('contract', 'requirements', 'plan', 'probes', 'verdict', 'standin'),
      NODE,
    ]),
    only('cli', '^src/cli/', ['^src/', NODE, MANIFEST, ...packages(CLI_LIBRARIES)]),
    {
      name: 'src-has-known-parts',
      comment: 'A new part of src/ needs its row in build/boundaries.cjs.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/(contract|requirements|plan|probes|verdict|report|standin|run|cli)/',
          '^src/assets\\.d\\.ts$',
        ],
      },
      to: {},
    },
    only('electron', '^electron/', ['^src/', NODE, ...packages(MAIN_PROCESS_LIBRARIES)], {
      except: ['^electron/preload\\.ts$'],
    }),
    only('preload', '^electron/preload\\.ts$', [...parts('contract'), ...packages(['electron'])]),
    {
      name: 'preload-takes-only-types-from-contract',
      comment: 'The preload is sandboxed and small: it takes types from contract, no code.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'electron-only-in-electron',
      comment: 'Only electron/ names electron; everything else runs without it.',
      severity: 'error',
      from: { path: '^(src|renderer)/' },
      to: { path: packages(['electron', 'electron-log']) },
    },
    only(
      'renderer',
      '^renderer/',
      [...parts('contract', 'plan', 'verdict', 'report'), ...packages(WINDOW_LIBRARIES)],
      { except: ['^renderer/ui/'] },
    ),
    only('renderer-ui', '^renderer/ui/', packages(UI_KIT)),
    {
      name: 'features-do-not-import-each-other',
      comment: 'What two features share belongs in renderer/ui or in src/.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'nothing-imports-test',
      comment: 'Tests import the program, never the other way round.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one module, or share a third.',
      severity: 'error',
      from: { path: '^(src|electron|renderer|build)/' },
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'The imported file or package does not exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^out/' },
    // Types count: a type that leaks through a boundary couples as well.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
