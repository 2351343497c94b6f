import type { ApexValue } from './apex-value';
import { PlatformObject } from './platform-object';
import type { ApexRuntime } from '../apex-runtime';

/** `Account.SObjectType`: names an object of the schema. */
export class ApexObjectToken extends PlatformObject {
  constructor(
    /** API name as the schema writes it. */
    readonly objectName: string,
  ) {
    super();
  }

  override get typeName(): string {
    return 'Schema.SObjectType';
  }

  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return other instanceof ApexObjectToken && other.objectName === this.objectName;
  }

  override key(): unknown {
    return `SObjectType:${this.objectName}`;
  }

  override toText(): string {
    return this.objectName;
  }
}

/** `Account.Name`: names a field of an object. */
export class ApexFieldToken extends PlatformObject {
  constructor(
    readonly objectName: string,
    /** API name as the schema writes it. */
    readonly fieldName: string,
  ) {
    super();
  }

  override get typeName(): string {
    return 'Schema.SObjectField';
  }

  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return other instanceof ApexFieldToken && other.key() === this.key();
  }

  override key(): unknown {
    return `SObjectField:${this.objectName}.${this.fieldName}`;
  }

  override toText(): string {
    return this.fieldName;
  }
}
