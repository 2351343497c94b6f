import type { ApexRuntime } from '../../runtime/apex-runtime';

/** The bytes of a static resource. @throws StringException when there is none of that name */
export function staticResource(runtime: ApexRuntime, name: string): Uint8Array {
  const [file] = runtime.org.components().find('StaticResource', name)?.files ?? [];
  // UNVERIFIED: the exception for a static resource that does not exist.
  return file?.bytes ?? runtime.throwNew('System.StringException', `Static resource not found: ${name}`);
}
