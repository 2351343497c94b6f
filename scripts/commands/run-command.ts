import { IntegrationError, InterruptedError } from '../shared';

/** Exit codes of every command. */
export const EXIT = { done: 0, failed: 1, lost: 2, interrupted: 130 } as const;

/** Signals that come within this time are one Ctrl-C. */
const SAME_INTERRUPT_MS = 1000;

/**
 * Runs a command to its end: an error is printed as `CODE: message` with the next steps, and sets the exit
 * code (1, or 130 after Ctrl-C). A fault of the program itself is shown with its stack.
 */
export async function runCommand(command: () => Promise<unknown>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = error instanceof InterruptedError ? EXIT.interrupted : EXIT.failed;
    process.stderr.write(describeError(error));
  }
}

/** An error as people read it. */
export function describeError(error: unknown): string {
  if (!(error instanceof IntegrationError)) {
    return `UNEXPECTED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  }
  return `${error.code}: ${error.message}\n${error.actions.map((action) => `  - ${action}\n`).join('')}`;
}

/**
 * A signal that Ctrl-C aborts: the work at hand ends in order. It stays in force until the process ends, because one
 * Ctrl-C reaches a command several times (from the terminal and from its parent) and the last of them may come late.
 * Those within a second count as one.
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const interrupt = (): void => {
    if (first !== 0 && Date.now() - first > SAME_INTERRUPT_MS) process.exit(EXIT.interrupted);
    if (first !== 0) return;
    first = Date.now();
    process.stderr.write('\nStopping after the call at hand; press Ctrl-C again to stop at once\n');
    controller.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return controller.signal;
}
