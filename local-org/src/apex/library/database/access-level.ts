import type { DataAccessMode } from '../../runtime/data-access';
import { PlatformObject } from '../../runtime/values/platform-object';
import { property, type PlatformClass } from '../platform-class';

/** `AccessLevel.USER_MODE`, `AccessLevel.SYSTEM_MODE`. */
export class ApexAccessLevel extends PlatformObject {
  constructor(readonly mode: DataAccessMode) {
    super();
  }

  override get typeName(): string {
    return 'AccessLevel';
  }

  override toText(): string {
    return `AccessLevel:[mode=${this.mode === 'user' ? 'USER_MODE' : 'SYSTEM_MODE'}]`;
  }
}

const USER_MODE = new ApexAccessLevel('user');
const SYSTEM_MODE = new ApexAccessLevel('system');

/** Whether permissions of the user count for a database operation. */
export const accessLevelClass: PlatformClass = {
  name: 'System.AccessLevel',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_AccessLevel.htm',
  members: [
    property('static AccessLevel USER_MODE', () => USER_MODE),
    property('static AccessLevel SYSTEM_MODE', () => SYSTEM_MODE),
  ],
};
