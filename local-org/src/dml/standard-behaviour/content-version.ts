import { createHash } from 'node:crypto';
import type { FieldValue } from '../../core';
import type { SaveChunk } from '../save-chunk';
import { saveError } from '../save-errors';
import type { SaveRecord } from '../save-record';
import { assignComputed } from './assign';
import { fileExtensionOf, fileTypeOf } from './file-types';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

/** Fields that a document shows of its latest version, under the same names. */
const SHOWN_BY_DOCUMENT = [
  'Title',
  'Description',
  'OwnerId',
  'PublishStatus',
  'ContentSize',
  'FileType',
  'FileExtension',
  'SharingOption',
  'SharingPrivacy',
  'ContentModifiedDate',
] as const;

/**
 * Version of a file. The first one makes the document, and links it to the owner and to the record it was published at;
 * a later one becomes the document's latest.
 * UNVERIFIED: the share types of the two links, and the publish status of a file that is in no library.
 */
export const contentVersion: StandardBehaviour = {
  objectName: 'ContentVersion',
  documentation: objectReference('ContentVersion'),
  fills: ['ContentDocumentId'],
  derive: (chunk) => {
    for (const record of chunk.records) deriveFile(chunk, record);
  },
  validate: (chunk) => {
    for (const record of chunk.records) {
      if (record.prior !== null || record.get('ContentUrl') !== null || record.get('VersionData') !== null)
        continue;
      record.fail(
        saveError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [VersionData]', ['VersionData']),
      );
    }
  },
  afterWrite: (chunk) => {
    if (chunk.operation === 'insert') {
      const isFirst = (record: SaveRecord): boolean => record.get('ContentDocumentId') === null;
      const later = chunk.records.filter((record) => !isFirst(record));
      addDocuments(chunk, chunk.records.filter(isFirst));
      later.forEach((record) => replaceLatest(chunk, record));
    }
    showInDocuments(
      chunk,
      chunk.records.filter((record) => record.get('IsLatest') === true),
    );
  },
};

function deriveFile(chunk: SaveChunk, record: SaveRecord): void {
  const path = textOf(record.get('PathOnClient'));
  const data = textOf(record.get('VersionData'));
  if (record.get('Title') === null && path !== '') assignComputed(chunk, record, 'Title', titleOf(path));
  if (record.prior !== null && !record.changes('VersionData')) return;
  const bytes = Buffer.from(data, 'base64');
  const isLink = record.get('ContentUrl') !== null;
  const extension = isLink ? null : fileExtensionOf(path);
  assignComputed(chunk, record, 'FileExtension', extension);
  assignComputed(chunk, record, 'FileType', isLink ? 'LINK' : fileTypeOf(extension));
  assignComputed(chunk, record, 'ContentSize', bytes.length);
  assignComputed(
    chunk,
    record,
    'Checksum',
    data === '' ? null : createHash('md5').update(bytes).digest('hex'),
  );
  assignComputed(chunk, record, 'ContentModifiedDate', record.get('ContentModifiedDate') ?? chunk.stamp);
  assignComputed(chunk, record, 'ContentModifiedById', chunk.options.context.user.id);
  if (record.prior !== null) return;
  assignComputed(chunk, record, 'IsLatest', true);
  assignComputed(chunk, record, 'PublishStatus', 'R');
  assignComputed(chunk, record, 'VersionNumber', String(versionsOf(chunk, record).length + 1));
}

function textOf(value: FieldValue): string {
  return typeof value === 'string' ? value : '';
}

/** The name of the file without folders and extension. */
function titleOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.[^.]*$/, '') || path;
}

/** Ids of the stored versions of a record's document. */
function versionsOf(chunk: SaveChunk, record: SaveRecord): string[] {
  const document = chunk.type.field('ContentDocumentId');
  const id = record.get('ContentDocumentId');
  if (!document || typeof id !== 'string') return [];
  return chunk.services.store.findBy(chunk.type, document, [id]).map((row) => row['Id'] as string);
}

function addDocuments(chunk: SaveChunk, records: readonly SaveRecord[]): void {
  const documents = chunk.nested.insertTrusted(
    'ContentDocument',
    records.map((record) => ({ ...shownFields(record), LatestPublishedVersionId: record.id })),
    chunk.options,
  );
  const links = records.flatMap((record, i) => {
    const ContentDocumentId = documents[i]?.id ?? null;
    if (record.id === null || ContentDocumentId === null) return [];
    record.values['ContentDocumentId'] = ContentDocumentId;
    chunk.services.store.update(chunk.type, record.id, { ContentDocumentId });
    const owner = record.get('OwnerId');
    const location = record.get('FirstPublishLocationId');
    const link = { ContentDocumentId, Visibility: 'AllUsers' };
    return [
      { ...link, LinkedEntityId: owner, ShareType: 'I' },
      ...(location === null || location === owner
        ? []
        : [{ ...link, LinkedEntityId: location, ShareType: 'V' }]),
    ];
  });
  chunk.nested.insertTrusted('ContentDocumentLink', links, chunk.options);
}

function replaceLatest(chunk: SaveChunk, record: SaveRecord): void {
  for (const id of versionsOf(chunk, record))
    if (id !== record.id) chunk.services.store.update(chunk.type, id, { IsLatest: false });
}

/** Brings documents in line with their latest versions, where these say something new. */
function showInDocuments(chunk: SaveChunk, records: readonly SaveRecord[]): void {
  const isNews = (record: SaveRecord): boolean =>
    record.prior === null
      ? record.get('VersionNumber') !== '1'
      : SHOWN_BY_DOCUMENT.some((name) => record.changes(name));
  const changes = records.filter(isNews).map((record) => ({
    Id: record.get('ContentDocumentId'),
    ...shownFields(record),
    LatestPublishedVersionId: record.id,
  }));
  if (changes.length > 0) chunk.nested.updateTrusted('ContentDocument', changes, chunk.options);
}

function shownFields(record: SaveRecord): Record<string, FieldValue> {
  return Object.fromEntries(SHOWN_BY_DOCUMENT.map((name) => [name, record.get(name)]));
}
