import type { Component, ContentFile, MetadataObject } from '../component';

/** A component as one row of a table. */
export interface ComponentRow {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
  /** Content as JSON. */
  readonly content: string;
  /** Files as JSON: `[{"path":"classes/A.cls","base64":"..."}]`. */
  readonly files: string;
}

interface StoredFile {
  readonly path: string;
  readonly base64: string;
}

/** Writes a component as a row. */
export function componentToRow(component: Component): ComponentRow {
  const files: StoredFile[] = component.files.map((file) => ({
    path: file.path,
    base64: Buffer.from(file.bytes).toString('base64'),
  }));
  return {
    type: component.type,
    fullName: component.fullName,
    fileName: component.fileName,
    content: JSON.stringify(component.content),
    files: JSON.stringify(files),
  };
}

/** Reads a row written by {@link componentToRow}. */
export function componentFromRow(row: ComponentRow): Component {
  const files = (JSON.parse(row.files) as readonly StoredFile[]).map((file): ContentFile => ({
    path: file.path,
    bytes: new Uint8Array(Buffer.from(file.base64, 'base64')),
  }));
  return {
    type: row.type,
    fullName: row.fullName,
    fileName: row.fileName,
    content: JSON.parse(row.content) as MetadataObject,
    files,
  };
}
