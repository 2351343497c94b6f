import { method, property, type PlatformFunction, type PlatformMember } from './platform-class';

/**
 * A value that is read by a method and as a property: `readable('String', 'Label', read)` declares `getLabel()` and
 * `Label`, `readable('Boolean', 'Custom', read)` declares `isCustom()` and `Custom`.
 */
export function readable(type: string, name: string, read: PlatformFunction): PlatformMember[] {
  const verb = type === 'Boolean' ? 'is' : 'get';
  return [method(`${type} ${verb}${name}()`, read), property(`${type} ${name}`, read)];
}
