import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

/** Experience Cloud sites, of which the local org has none. */
export const networkClass: PlatformClass = {
  name: 'System.Network',
  kind: 'class',
  documentation: referencePage('apex_class_System_Network'),
  members: [
    method('static Id getNetworkId()', () => null),
    method('static System.PageReference communitiesLanding()', () => null),
    method('static System.PageReference forwardToAuthPage(String startUrl)', () => null),
  ],
};
