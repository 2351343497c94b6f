import type { Component, MetadataObject, MetadataValue } from '../component';
import { isMetadataObject } from '../content-access';
import type { PathStep } from '../xml/xml-element';
import { reference, type Reference } from './reference';

/** Elements whose text names a component. */
export interface ElementReferenceRow {
  /** From the component's root, repeated elements without a number: `['fieldPermissions', 'field']`. */
  readonly path: readonly string[];
  /** Type of what it names. */
  readonly type: string;
  /** Name of the element in the message, where the platform's differs. */
  readonly field?: string;
  /** Put before the text to give the full name, with a dot: the object of a child component. */
  readonly within?: 'parent';
  /** What the text ends in and the component's name does not: `Deals__c` names the report type `Deals`. */
  readonly suffix?: string;
  /** Texts it does not apply to. */
  readonly except?: RegExp;
}

/** The references of a component by a table of its elements. */
export function elementReferences(component: Component, rows: readonly ElementReferenceRow[]): Reference[] {
  return rows.flatMap((row) =>
    textsAt(component.content, row.path, []).flatMap(({ text, path }) => {
      if (row.except?.test(text)) return [];
      const name =
        row.suffix !== undefined && text.endsWith(row.suffix) ? text.slice(0, -row.suffix.length) : text;
      const fullName = row.within ? `${component.fullName.split('.')[0]}.${name}` : name;
      return [reference(path, row.field ?? row.path.at(-1) ?? '', row.type, fullName)];
    }),
  );
}

/** A text in a component's content, with its path. */
export interface PlacedText {
  readonly text: string;
  readonly path: readonly PathStep[];
}

/** All texts at a path; repeated elements on the way are numbered in the result. */
export function textsAt(
  content: MetadataObject,
  path: readonly string[],
  prefix: readonly PathStep[],
): PlacedText[] {
  const [element, ...rest] = path;
  if (element === undefined) return [];
  const value = content[element];
  if (value === undefined) return [];
  if (!Array.isArray(value)) return textsIn(value, rest, [...prefix, element]);
  return (value as readonly MetadataValue[]).flatMap((item, index) =>
    textsIn(item, rest, [...prefix, element, index]),
  );
}

function textsIn(value: MetadataValue, rest: readonly string[], path: readonly PathStep[]): PlacedText[] {
  if (typeof value === 'string')
    return rest.length === 0 && value.trim() !== '' ? [{ text: value.trim(), path }] : [];
  return isMetadataObject(value) ? textsAt(value, rest, path) : [];
}
