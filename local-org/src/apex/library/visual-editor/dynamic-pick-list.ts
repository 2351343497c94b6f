import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexList } from '../../runtime/values/apex-list';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { required, type Maybe } from '../arguments';
import { referencePage } from '../documentation';
import { abstractMethod, method, type PlatformClass } from '../platform-class';
import { settableProperty } from '../settable';

const ROW = 'VisualEditor.DataRow';
const ROWS = 'VisualEditor.DynamicPickListRows';

function newRow(
  _runtime: ApexRuntime,
  _type: unknown,
  label: Maybe<string>,
  value: ApexValue,
  selected: Maybe<boolean> = false,
): PlatformStruct {
  return new PlatformStruct(ROW, { label, value, selected });
}

/** UNVERIFIED: rows are ordered by label. */
function compareRows(runtime: ApexRuntime, self: PlatformStruct, other: Maybe<PlatformStruct>): number {
  const label = self.values['label'] ?? null;
  return runtime.compare(label, required(runtime, other).values['label'] ?? null);
}

/** One value of a picklist. */
const dataRowClass: PlatformClass = {
  name: ROW,
  kind: 'class',
  documentation: referencePage('apex_class_VisualEditor_DataRow'),
  interfaces: ['System.Comparable'],
  members: [
    method('new(String label, Object value)', newRow),
    method('new(String label, Object value, Boolean selected)', newRow),
    method('Integer compareTo(Object o)', compareRows),
    method(
      'String getLabel()',
      (_runtime: ApexRuntime, { values }: PlatformStruct) => values['label'] ?? null,
    ),
    method(
      'Object getValue()',
      (_runtime: ApexRuntime, { values }: PlatformStruct) => values['value'] ?? null,
    ),
    method(
      'Boolean isSelected()',
      (_runtime: ApexRuntime, { values }: PlatformStruct) => values['selected'] ?? null,
    ),
  ],
};

function rowsOf(self: PlatformStruct): ApexList {
  return self.values['rows'] as ApexList;
}

function newRows(
  runtime: ApexRuntime,
  _type: unknown,
  rows: Maybe<ApexList> = null,
  containsAllRows: Maybe<boolean> = false,
): PlatformStruct {
  return new PlatformStruct(ROWS, { rows: listOf(runtime, ROW, rows?.items ?? []), containsAllRows });
}

/** The values of a picklist. */
const rowsClass: PlatformClass = {
  name: ROWS,
  kind: 'class',
  documentation: referencePage('apex_class_VisualEditor_DynamicPickListRows'),
  members: [
    method('new()', newRows),
    method('new(List<VisualEditor.DataRow> rows)', newRows),
    method('new(List<VisualEditor.DataRow> rows, Boolean containsAllRows)', newRows),
    method(
      'void addRow(VisualEditor.DataRow row)',
      (runtime: ApexRuntime, self: PlatformStruct, row: ApexValue) => {
        rowsOf(self).add(runtime, row);
      },
    ),
    method(
      'void addAllRows(List<VisualEditor.DataRow> rows)',
      (runtime: ApexRuntime, self: PlatformStruct, rows: Maybe<ApexList>) => {
        rowsOf(self).addAll(runtime, required(runtime, rows).items);
      },
    ),
    method(
      'Boolean containsAllRows()',
      (_runtime: ApexRuntime, { values }: PlatformStruct) => values['containsAllRows'] ?? null,
    ),
    method(
      'void setContainsAllRows(Boolean containsAllRows)',
      (_runtime: ApexRuntime, { values }: PlatformStruct, containsAllRows: Maybe<boolean>) => {
        values['containsAllRows'] = containsAllRows;
      },
    ),
    method(
      'VisualEditor.DataRow get(Integer i)',
      (runtime: ApexRuntime, self: PlatformStruct, i: Maybe<number>) =>
        rowsOf(self).get(runtime, required(runtime, i)),
    ),
    method('List<VisualEditor.DataRow> getDataRows()', (_runtime: ApexRuntime, self: PlatformStruct) =>
      rowsOf(self),
    ),
    method('Integer size()', (_runtime: ApexRuntime, self: PlatformStruct) => rowsOf(self).items.length),
    method('void sort()', (runtime: ApexRuntime, self: PlatformStruct) => {
      rowsOf(self).items.sort((a, b) => compareRows(runtime, a as PlatformStruct, b as PlatformStruct));
    }),
  ],
};

/** The row of a value among those that a user's class gives. */
function rowOf(runtime: ApexRuntime, picklist: ApexValue, value: ApexValue): PlatformStruct | undefined {
  const rows = runtime.call(picklist, 'getValues', []) as PlatformStruct | null;
  const all = (rows ? rowsOf(rows).items : []) as PlatformStruct[];
  return all.find((row) => runtime.equal(row.values['value'] ?? null, value));
}

/** What classes extend that give the values of a picklist in the page editor. */
const dynamicPickListClass: PlatformClass = {
  name: 'VisualEditor.DynamicPickList',
  kind: 'class',
  documentation: referencePage('apex_class_VisualEditor_DynamicPickList'),
  abstract: true,
  extendable: true,
  members: [
    method('new()', (runtime: ApexRuntime) =>
      runtime.throwNew('System.TypeException', 'Type cannot be constructed: VisualEditor.DynamicPickList'),
    ),
    abstractMethod('VisualEditor.DataRow getDefaultValue()'),
    abstractMethod('VisualEditor.DynamicPickListRows getValues()'),
    method(
      'String getLabel(Object attributeValue)',
      (runtime: ApexRuntime, self: ApexValue, value: ApexValue) =>
        rowOf(runtime, self, value)?.values['label'] ?? null,
    ),
    method(
      'Boolean isValid(Object attributeValue)',
      (runtime: ApexRuntime, self: ApexValue, value: ApexValue) => rowOf(runtime, self, value) !== undefined,
    ),
  ],
};

/** The page that a picklist is shown for; the editor gives it to the constructor of the class. */
const pageContextClass: PlatformClass = {
  name: 'VisualEditor.DesignTimePageContext',
  kind: 'class',
  documentation: referencePage('apex_class_VisualEditor_DesignTimePageContext'),
  members: [
    method('new()', () => new PlatformStruct('VisualEditor.DesignTimePageContext')),
    settableProperty('String', 'entityName'),
    settableProperty('String', 'pageType'),
  ],
};

/** Picklists of components that Apex fills in the page editor. */
export const visualEditorClasses: readonly PlatformClass[] = [
  dataRowClass,
  rowsClass,
  dynamicPickListClass,
  pageContextClass,
];
