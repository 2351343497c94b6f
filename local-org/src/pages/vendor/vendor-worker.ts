import { parentPort, workerData } from 'node:worker_threads';
import { buildVendor, type VendorBuild } from './build-vendor';

/** Runs one build in a thread of its own, so that the org answers meanwhile. */
buildVendor(workerData as VendorBuild).then(
  () => parentPort?.postMessage(null),
  (error: unknown) => parentPort?.postMessage(problemOf(error)),
);

/** The build's own messages say which file and line, when it has any. */
function problemOf(error: unknown): string {
  const { errors = [] } = error as { errors?: readonly BuildMessage[] };
  const lines = errors.map(({ text, location }) =>
    location ? `${location.file}:${location.line}: ${text}` : text,
  );
  return lines.length > 0 ? lines.join('\n') : String(error);
}

interface BuildMessage {
  readonly text: string;
  readonly location: { readonly file: string; readonly line: number } | null;
}
