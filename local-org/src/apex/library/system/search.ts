import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexAccessLevel } from '../database/access-level';
import { method, type PlatformClass } from '../platform-class';

function search(runtime: ApexRuntime, text: string | null, access: ApexAccessLevel | null = null): unknown {
  if (text === null) return runtime.throwNull();
  return runtime.data.search({
    text,
    binds: {},
    access: access?.mode ?? runtime.execution.callerAccess,
  });
}

/** Searches that code writes as text. */
export const searchClass: PlatformClass = {
  name: 'System.Search',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_search.htm',
  members: [
    method('static List<List<SObject>> query(String query)', search),
    method('static List<List<SObject>> query(String query, AccessLevel accessLevel)', search),
  ],
};
