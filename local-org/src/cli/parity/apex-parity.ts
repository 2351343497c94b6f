import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownPlatformTypes, PLATFORM_CLASSES } from '../../apex';
import { conformanceFiles, type CaseText } from './conformance-files';
import { markdownTable } from './markdown-table';
import { parityDocument, type ParityDocument, type ParityRow, type ParitySection } from './parity-row';

const ROOT = join(__dirname, '../../../..');
const REFERENCE = 'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_ref_guide.htm';
const GUIDE = 'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/';
const TOOLING = 'https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/';
const SUITES = 'local-org/conformance/apex-suites.json';
const DEPLOYS = 'local-org/conformance/apex-deploys.json';

/** Tests that use classes which the cases do not reach. */
const MORE_TESTS = [
  'local-org/src/org/apex-tests.test.ts',
  'local-org/src/org/apex-library.test.ts',
  'local-org/src/org/apex-action-calls.test.ts',
  'local-org/src/org/apex-change-events.test.ts',
  'local-org/src/api/apex-rest/apex-rest.test.ts',
];

/** Ways in which clients reach Apex; a note tells what is missing. */
const DOORS: readonly ParityRow[] = [
  door(
    'executeAnonymous by Tooling API and SOAP',
    `${TOOLING}intro_rest_resources.htm`,
    'local-org/src/api/tooling/apex.test.ts',
  ),
  door(
    'tests, at once and in the queue, with coverage per line',
    `${GUIDE}apex_testing.htm`,
    'local-org/src/org/apex-tests.test.ts',
  ),
  door(
    'tests of a deploy, all levels',
    `${GUIDE}apex_code_coverage_intro.htm`,
    'local-org/src/org/deploy/deploy-tests.test.ts',
  ),
  door(
    'debug logs, trace flags',
    `${GUIDE}apex_debugging_debug_log.htm`,
    'local-org/src/api/tooling/apex.test.ts',
    'no streaming of new logs',
  ),
  door(
    'Apex REST',
    `${GUIDE}apex_rest_methods.htm`,
    'local-org/src/api/apex-rest/apex-rest.test.ts',
    'JSON only',
  ),
  door(
    'sf apex run, run test, list log, get log',
    `${GUIDE}apex_testing.htm`,
    'test/end-to-end/apex/apex.test.ts',
  ),
];

function door(feature: string, documentation: string, test: string, note = ''): ParityRow {
  return {
    feature,
    status: note === '' ? 'supported' : 'partial',
    documentation,
    test,
    ...(note !== '' && { note }),
  };
}

/** What became of a public project. */
interface SuiteResult {
  readonly repository: string;
  readonly commit: string;
  readonly tests: number;
  readonly passed: number;
  /** Why tests do not pass, by what they need. */
  readonly failures: readonly { readonly tests: readonly string[]; readonly reason: string }[];
}

/** What a deploy of a public project refused. */
interface DeployOutcome {
  readonly repository: string;
  readonly commit: string;
  /** Classes and triggers of the project. */
  readonly apexUnits: number;
  /** Components that were refused, by what they need. */
  readonly refused: readonly { readonly components: readonly string[]; readonly reason: string }[];
}

/** Classes of the platform, ways into Apex, and public projects that ran or were deployed. */
export function apexParity(): ParityDocument {
  return parityDocument(
    'parity/apex.md',
    'Apex',
    'Classes of the platform with the members that code may use; any other is refused when code is compiled.',
    [{ heading: 'Doors', rows: DOORS }, ...classSections(), refusedTypes(), suites(), deploys()],
  );
}

/** A section per namespace. */
function classSections(): ParitySection[] {
  const files = [...conformanceFiles('apex', '.apex'), ...MORE_TESTS.flatMap(textOf)];
  const namespaces = new Map<string, ParityRow[]>();
  for (const { name, kind, documentation, members, constants = [] } of PLATFORM_CLASSES) {
    const [namespace = '', ...rest] = name.split('.');
    const names = kind === 'enum' ? constants : memberNames(members);
    const rows = namespaces.get(namespace) ?? [];
    const test = testOf(files, rest);
    rows.push({
      feature: rest.join('.'),
      status: test === '' ? 'partial' : 'supported',
      documentation,
      test,
      note: [...(test === '' ? ['no test names it'] : []), ...names].join(', '),
    });
    namespaces.set(namespace, rows);
  }
  return [...namespaces]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([namespace, rows]) => ({
      heading: `Namespace ${namespace}`,
      rows: rows.sort((a, b) => (a.feature < b.feature ? -1 : 1)),
    }));
}

/** Names before the parameters, each once: `join` of `static String join(Iterable<Object> parts, String separator)`. */
function memberNames(members: readonly { readonly signature: string }[]): string[] {
  const names = members.map(({ signature }) => /(\w+)(?=\s*(?:\(|$))/.exec(signature)?.[1] ?? '');
  return [...new Set(names)].sort();
}

function textOf(file: string): CaseText[] {
  try {
    return [{ file, text: readFileSync(join(ROOT, file), 'utf8') }];
  } catch {
    // A test that was renamed shows nothing; the row then has no test, which the reader sees.
    return [];
  }
}

/** The first file that names a class as code does: by its last name, or the last two. */
function testOf(files: readonly CaseText[], names: readonly string[]): string {
  const word = new RegExp(`\\b${names.at(-1) ?? ''}\\b`);
  return files.find(({ text }) => word.test(text))?.file ?? '';
}

function refusedTypes(): ParitySection {
  const declared = new Set(PLATFORM_CLASSES.map(({ name }) => name.toLowerCase()));
  const rows = knownPlatformTypes()
    .map(({ namespace, names }) => ({
      namespace,
      names: names.filter((name) => !declared.has(`${namespace}.${name}`.toLowerCase())),
    }))
    .filter(({ names }) => names.length > 0)
    .map(({ namespace, names }): ParityRow => ({
      feature: namespace,
      status: 'unsupported',
      documentation: REFERENCE,
      test: '',
      note: names.includes('*') ? 'all' : names.join(', '),
    }));
  return { heading: 'Types that are refused by name', rows };
}

/** Results of `npm run conformance -- apex-suite`, as they are recorded in the repository. */
function suites(): ParitySection {
  const results = JSON.parse(readFileSync(join(ROOT, SUITES), 'utf8')) as readonly SuiteResult[];
  const table = markdownTable(
    ['project', 'commit', 'tests', 'passed'],
    results.map(({ repository, commit, tests, passed }) => [
      repository,
      commit.slice(0, 7),
      String(tests),
      `${passed} (${tests === 0 ? 0 : Math.floor((100 * passed) / tests)} %)`,
    ]),
  );
  const reasons = results.flatMap(({ repository, failures }) =>
    failures.map(({ tests, reason }) => `- ${repository}: ${tests.join(', ')}: ${reason}`),
  );
  const how = 'Deployed by the unmodified `sf` and run with `npm run conformance -- apex-suite PATH`.';
  return {
    heading: 'Public projects',
    rows: [],
    after: [how, table, ...(reasons.length > 0 ? [reasons.join('\n')] : [])].join('\n\n'),
  };
}

/** Projects whose deploy names only what is not supported, as it is recorded in the repository. */
function deploys(): ParitySection {
  const outcomes = JSON.parse(readFileSync(join(ROOT, DEPLOYS), 'utf8')) as readonly DeployOutcome[];
  const table = markdownTable(
    ['project', 'commit', 'classes and triggers', 'components refused'],
    outcomes.map(({ repository, commit, apexUnits, refused }) => [
      repository,
      commit.slice(0, 7),
      String(apexUnits),
      String(refused.reduce((sum, { components }) => sum + components.length, 0)),
    ]),
  );
  const reasons = outcomes.flatMap(({ repository, refused }) =>
    refused.map(({ components, reason }) => `- ${repository}: ${reason}: ${components.join(', ')}`),
  );
  const how =
    'Deployed whole by the unmodified `sf`. Every error stands for something that is not supported; no code of a project is refused wrongly.';
  return {
    heading: 'Deploys of public projects',
    rows: [],
    after: [how, table, reasons.join('\n')].join('\n\n'),
  };
}
