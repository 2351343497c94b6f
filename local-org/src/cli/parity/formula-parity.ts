import { FUNCTIONS, OPERATORS, REPORT_AND_PAGE_FUNCTIONS, UNSUPPORTED_FUNCTIONS } from '../../formula';
import { conformanceFiles, type CaseText } from './conformance-files';
import { parityDocument, type ParityDocument, type ParityRow } from './parity-row';

const FUNCTIONS_PAGE = 'https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm&type=5';

/** Formula functions and operators. */
export function formulaParity(): ParityDocument {
  const files = conformanceFiles('formula', '.cases.jsonl');
  const refuse = (note: string): ((name: string) => ParityRow) => {
    return (name) => ({
      feature: name,
      status: 'unsupported',
      documentation: FUNCTIONS_PAGE,
      test: caseFileOf(files, name),
      note,
    });
  };
  return parityDocument(
    'parity/formula.md',
    'Formulas',
    'Functions and operators of the formula language; each has cases for both ways to treat blanks.',
    [
      {
        heading: 'Functions',
        rows: [
          ...FUNCTIONS.map(({ name, documentation }): ParityRow => {
            return { feature: name, status: 'supported', documentation, test: caseFileOf(files, name) };
          }),
          ...[...UNSUPPORTED_FUNCTIONS].map(refuse('refused by name')),
          ...[...REPORT_AND_PAGE_FUNCTIONS].map(refuse('of reports, buttons and Visualforce pages')),
        ],
      },
      {
        heading: 'Operators',
        rows: OPERATORS.map(({ operator, documentation }) => ({
          feature: operator,
          status: 'supported',
          documentation,
          test: files.find(({ text }) => text.includes(` ${operator} `))?.file ?? '',
        })),
      },
    ],
  );
}

/** The first case file that calls a function; that of the errors only when no other does. */
function caseFileOf(files: readonly CaseText[], name: string): string {
  const call = new RegExp(`\\b${name} ?\\(`, 'i');
  const fitting = files.filter(({ text }) => call.test(text)).map(({ file }) => file);
  return fitting.find((file) => !file.endsWith('errors.cases.jsonl')) ?? fitting[0] ?? '';
}
