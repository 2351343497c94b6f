/** Layers of the repository: imports go downward only. The map is in ARCHITECTURE.md. */

/** Modules of local-org by depth; a module may import those of smaller depth. */
const LOCAL_ORG_DEPTHS = [
  ['core'],
  ['schema'],
  ['metadata', 'storage', 'formula'],
  ['execution'],
  ['access', 'events', 'jobs', 'outbox'],
  ['query'],
  ['dml', 'analytics'],
  ['flow', 'apex', 'approval', 'rules'],
  ['org'],
  ['api', 'pages'],
  ['server', 'cli'],
];
/** Within one depth these imports are wanted: the command line starts the server. */
const SAME_DEPTH_IMPORTS = { cli: ['server'] };

const SCRIPT_LAYERS = [
  ['shared'],
  ['salesforce', 'mirror'],
  ['pipelines'],
  ['sync', 'migration', 'market-intelligence', 'procedure'],
  ['commands'],
];

/** One rule a module: it may not import its own depth's other modules, nor anything above. */
function downwardRules(prefix, root, layers, sameLayer = {}) {
  return layers.flatMap((modules, depth) =>
    modules.map((module) => {
      const forbidden = layers
        .slice(depth)
        .flat()
        .filter((other) => other !== module && !(sameLayer[module] ?? []).includes(other));
      return {
        name: `${prefix}-${module}-imports-downward`,
        severity: 'error',
        from: { path: `^${root}/${module}/` },
        to: { path: `^${root}/(${forbidden.join('|') || '-none-'})/` },
      };
    }),
  );
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types of one module may refer to each other across files; code may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'scripts-and-local-org-apart',
      comment: 'They meet only over HTTP and through deployed metadata.',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^local-org/' },
    },
    {
      name: 'local-org-and-scripts-apart',
      severity: 'error',
      from: { path: '^local-org/' },
      to: { path: '^(scripts|force-app)/' },
    },
    {
      name: 'through-the-index',
      comment: 'Another module of local-org is imported through its index only.',
      severity: 'error',
      from: { path: '^local-org/src/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^local-org/src/[^/]+/.+',
        pathNot: ['^local-org/src/$1/', '^local-org/src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'never-the-own-index',
      severity: 'error',
      from: { path: '^local-org/src/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^local-org/src/$1/index\\.ts$' },
    },
    {
      name: 'only-salesforce-imports-jsforce',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/salesforce/' },
      to: { path: 'node_modules/jsforce' },
    },
    ...downwardRules('local-org', 'local-org/src', LOCAL_ORG_DEPTHS, SAME_DEPTH_IMPORTS),
    ...downwardRules('scripts', 'scripts', SCRIPT_LAYERS),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
  },
};
