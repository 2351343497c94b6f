/** A class or trigger that is deployed for all cases of a file. */
export interface CaseSource {
  readonly kind: 'class' | 'trigger';
  readonly name: string;
  readonly body: string;
}

/** What a case says of one of its lines. */
export interface Expectation {
  /** Line of the case's code, from 1. */
  readonly line: number;
  /** `debug`: what System.debug prints there; `exception`: what is thrown there; `problem`: a compile error. */
  readonly kind: 'debug' | 'exception' | 'problem';
  readonly text: string;
}

/** An anonymous block with what it is expected to do. */
export interface ApexCase {
  readonly name: string;
  /** Line of the file after which the code stands. */
  readonly startLine: number;
  readonly body: string;
  readonly expectations: readonly Expectation[];
}

/** The cases of a file, and what is deployed for them. */
export interface CaseFile {
  /** Whether the cases reach records or anything else of an org. */
  readonly needsOrg: boolean;
  readonly sources: readonly CaseSource[];
  readonly cases: readonly ApexCase[];
}

const NEEDS_ORG = /^\/\/ needs: org$/m;
const HEADING = /^\/\/ (case|class|trigger)(?:: | )(.+)$/;
const MARKS: Readonly<Record<string, Expectation['kind']>> = {
  '//>': 'debug',
  '//!': 'exception',
  '//?': 'problem',
};
const MARK = /(\/\/[>!?])(?: (.*))?$/;

/**
 * Reads a file of cases: `// needs: org` says that they need one, `// class Foo` and `// trigger Foo` begin a source that all cases share, `// case: name` a case.
 * `//> text` tells what a line prints (several texts of one line are joined by ` | `), `//! Type: message` what it throws
 * with nothing to catch it, `//? message` what does not compile.
 */
export function readCases(text: string): CaseFile {
  const sources: CaseSource[] = [];
  const cases: ApexCase[] = [];
  const lines = text.split('\n');
  const starts = lines.flatMap((line, at) => (HEADING.test(line) ? [at] : []));
  starts.forEach((start, i) => {
    const [, kind, name = ''] = HEADING.exec(lines[start] ?? '') ?? [];
    const own = lines.slice(start + 1, starts[i + 1]);
    const body = own.join('\n');
    if (kind === 'case')
      cases.push({ name, startLine: start + 1, body, expectations: own.flatMap(expectationsOf) });
    else sources.push({ kind: kind as CaseSource['kind'], name, body });
  });
  return { needsOrg: NEEDS_ORG.test(text), sources, cases };
}

function expectationsOf(line: string, at: number): Expectation[] {
  const [, mark = '', text = ''] = MARK.exec(line) ?? [];
  const kind = MARKS[mark];
  return kind ? [{ line: at + 1, kind, text }] : [];
}
