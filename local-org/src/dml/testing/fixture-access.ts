import type { AccessControl, FieldAccess, ObjectAccess, RecordAccessLevel } from '../../access';
import type { RunningUser } from '../../execution';
import type { UserFixture } from './case-file';

/** Access for tests: everything is allowed but what the current step takes away. */
export class FixtureAccess implements AccessControl {
  private fixture: UserFixture = {};
  private idOf: (name: string) => string = (name) => name;

  /** Sets what the user lacks from now on. */
  restrict(fixture: UserFixture, idOf: (name: string) => string): void {
    this.fixture = fixture;
    this.idOf = idOf;
  }

  objectAccess(_user: RunningUser, objectName: string): ObjectAccess {
    const lacking = this.fixture.withoutObjectAccess?.[objectName] ?? [];
    const has = (operation: 'create' | 'edit' | 'delete'): boolean => !lacking.includes(operation);
    return {
      create: has('create'),
      read: true,
      edit: has('edit'),
      delete: has('delete'),
      viewAll: false,
      modifyAll: false,
    };
  }

  fieldAccess(_user: RunningUser, objectName: string, fieldName: string): FieldAccess {
    return {
      read: true,
      edit: this.fixture.withoutFieldEdit?.includes(`${objectName}.${fieldName}`) !== true,
    };
  }

  hasUserPermission(_user: RunningUser, name: string): boolean {
    return this.fixture.userPermissions?.includes(name) === true;
  }

  hasCustomPermission(_user: RunningUser, name: string): boolean {
    return this.fixture.customPermissions?.includes(name) === true;
  }

  hasApexClassAccess(): boolean {
    return true;
  }

  visibleRecords(): null {
    return null;
  }

  invalidate(): void {
    this.fixture = {};
  }

  accessibleIds(
    _user: RunningUser,
    _objectName: string,
    ids: readonly string[],
    level: RecordAccessLevel,
  ): ReadonlySet<string> {
    const refused = Object.entries(this.fixture.withoutRecordAccess ?? {})
      .filter(([, levels]) => levels.includes(level))
      .map(([name]) => this.idOf(name));
    return new Set(ids.filter((id) => !refused.includes(id)));
  }

  isInSet(): boolean {
    return true;
  }

  hiddenFolders(): ReadonlySet<string> {
    return new Set();
  }

  groupsOf(): readonly string[] {
    return [];
  }
}
