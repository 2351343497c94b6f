import type { FieldValue } from '../../../core';
import type { FormulaRecord } from '../../../formula';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { toFieldValue } from '../../runtime/data/field-values';
import { ApexInstance } from '../../runtime/values/apex-instance';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexValue } from '../../runtime/values/apex-value';
import { contextNameOf, readableVariables } from './class-schema';

/** A record as formulas in Apex read it: only what it holds counts, nothing is read from the org. */
class RecordContext implements FormulaRecord {
  constructor(
    private readonly runtime: ApexRuntime,
    private readonly record: ApexSObject,
  ) {}

  get objectName(): string {
    return this.record.objectName;
  }

  get(fieldName: string): FieldValue {
    return toFieldValue(this.runtime, this.record.get(fieldName));
  }

  parent(relationshipName: string): FormulaRecord | null {
    const parent = this.record.getParent(relationshipName);
    return parent && new RecordContext(this.runtime, parent);
  }
}

/** An object of a user's class as formulas read it. */
class InstanceContext implements FormulaRecord {
  constructor(
    private readonly runtime: ApexRuntime,
    private readonly instance: ApexInstance,
  ) {}

  get objectName(): string {
    return contextNameOf(this.instance.type);
  }

  get(fieldName: string): FieldValue {
    return toFieldValue(this.runtime, this.read(fieldName));
  }

  parent(relationshipName: string): FormulaRecord | null {
    return formulaRecordOf(this.runtime, this.read(relationshipName));
  }

  /** Properties are read through their getter. */
  private read(name: string): ApexValue {
    const { type } = this.instance;
    const variables = type.kind === 'class' ? readableVariables(type) : [];
    const variable = variables.findLast((each) => each.name === name);
    const slots = this.instance as unknown as Readonly<Record<string, ApexValue | undefined>>;
    return (variable && slots[variable.slot]) ?? null;
  }
}

/** What a formula reads of a record or of an object of a class; null for anything else. */
export function formulaRecordOf(runtime: ApexRuntime, value: ApexValue): FormulaRecord | null {
  if (value instanceof ApexSObject) return new RecordContext(runtime, value);
  return value instanceof ApexInstance ? new InstanceContext(runtime, value) : null;
}
