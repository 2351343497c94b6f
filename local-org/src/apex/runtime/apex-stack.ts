import { runInThisContext } from 'node:vm';

/** How many JavaScript calls an exception remembers; several of the engine lie between two of Apex. */
const REMEMBERED_CALLS = 400;

/** The realm in which generated code runs; that of this module is another one under a test runner. */
const realms: readonly ErrorConstructor[] = [
  ...new Set([Error, runInThisContext('Error') as ErrorConstructor]),
];

/** Runs `work` such that exceptions remember enough of the calls that led to them. */
export function withDeepStacks<T>(work: () => T): T {
  const limits = realms.map(({ stackTraceLimit }) => stackTraceLimit);
  for (const realm of realms) realm.stackTraceLimit = REMEMBERED_CALLS;
  try {
    return work();
  } finally {
    realms.forEach((realm, i) => (realm.stackTraceLimit = limits[i] ?? 10));
  }
}

/** A call of Apex code in a stack. */
export interface ApexFrame {
  /** `Class.Outer.Inner.run`, `Trigger.Accounts`, `AnonymousBlock`. */
  readonly code: string;
  readonly line: number;
}

/**
 * `at C.$f3$Class$Foo$run [as m_run] (apex:Foo:12:5)`: functions are named by the code generator, which also tells how
 * far below its place in the source the text stands: `$f3$o20$AnonymousBlock`.
 */
const GENERATED_CALL = /\$f\d+\$([\w$]+)(?: \[as [^\]]*\])? \(apex:[^)]*?:(\d+):\d+\)$/;

/** How names of functions write what is no identifier. */
const SPECIAL_NAMES: Readonly<Record<string, string>> = { _init: '<init>', _clinit: '<clinit>' };

/** The calls of Apex code in a JavaScript stack, innermost first. */
export function apexFrames(stack: string): ApexFrame[] {
  return stack.split('\n').flatMap((line) => {
    const [, path, row] = GENERATED_CALL.exec(line) ?? [];
    if (path === undefined) return [];
    const [, shift = '0', names = ''] = /^(?:o(\d+)\$)?(.*)$/.exec(path) ?? [];
    const code = names.split('$').map((name) => SPECIAL_NAMES[name] ?? name);
    return [{ code: code.join('.'), line: Number(row) - Number(shift) }];
  });
}

/** Calls among which the innermost one of Apex is looked for; library code nests no deeper as a rule. */
const NEAR_CALLS = 24;

/** Line of the innermost call of Apex code that runs now; 0 when none is near. */
export function currentApexLine(): number {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = NEAR_CALLS;
  Error.prepareStackTrace = (_error, sites) => sites;
  const holder: { stack?: unknown } = {};
  try {
    Error.captureStackTrace(holder);
    // Sites instead of text, which would be mapped to the sources of the engine first.
    const sites = holder.stack as readonly NodeJS.CallSite[];
    const site = sites.find((each) => each.getFileName()?.startsWith('apex:'));
    const [, shift = '0'] = /^\$f\d+\$o(\d+)\$/.exec(site?.getFunctionName() ?? '') ?? [];
    return (site?.getLineNumber() ?? 0) - (site ? Number(shift) : 0);
  } finally {
    Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  }
}

/** Whether the innermost call of a JavaScript stack is generated code, so that the error is one of Apex code. */
export function beganInApex(stack: string): boolean {
  const first = stack.split('\n').find((line) => /^\s+at /.test(line));
  return first !== undefined && /\(?apex:/.test(first);
}

/** `Class.Foo.bar: line 12, column 1`, a line per call; columns are always 1. */
export function stackTraceText(frames: readonly ApexFrame[]): string {
  return frames.map(({ code, line }) => `${code}: line ${line}, column 1`).join('\n');
}
