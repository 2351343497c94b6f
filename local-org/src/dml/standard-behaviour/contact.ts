import type { SaveChunk } from '../save-chunk';
import { derivePersonNames } from './person-name';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

/** Contact: the composed name; its activities move with it to another account. */
export const contact: StandardBehaviour = {
  objectName: 'Contact',
  documentation: objectReference('Contact'),
  derive: derivePersonNames,
  afterWrite: moveActivities,
};

function moveActivities(chunk: SaveChunk): void {
  if (chunk.operation === 'insert') return;
  const moved = chunk.records.filter((record) => record.changes('AccountId'));
  for (const objectName of ['Task', 'Event']) {
    const type = chunk.services.schema().find(objectName);
    const who = type?.field('WhoId');
    if (!type || !who || !type.field('AccountId') || moved.length === 0) continue;
    const accounts = new Map(moved.map((record) => [record.id, record.get('AccountId')]));
    for (const row of chunk.services.store.findBy(type, who, [...accounts.keys()])) {
      // WhatId decides where there is one.
      if (row['WhatId'] !== null) continue;
      chunk.services.store.update(type, String(row['Id']), {
        AccountId: accounts.get(String(row['WhoId'])) ?? null,
      });
    }
  }
}
