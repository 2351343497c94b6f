import type { ApexRuntime } from '../../runtime/apex-runtime';
import { method, type PlatformClass } from '../platform-class';

/** Permissions that the solution itself defines. */
export const featureManagementClass: PlatformClass = {
  name: 'System.FeatureManagement',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_FeatureManagement.htm',
  members: [
    method('static Boolean checkPermission(String name)', (runtime: ApexRuntime, name: string | null) =>
      name === null ? runtime.throwNull() : runtime.org.access.hasCustomPermission(runtime.user, name),
    ),
  ],
};
