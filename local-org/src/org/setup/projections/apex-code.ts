import { crc32 } from 'node:zlib';
import type { RecordValues } from '../../../core';
import { numberOf, textOf, type Component } from '../../../metadata';
import { isComponentName, syncByName, type Projection } from './projection';

/** `trigger Deals on Opportunity (before insert, after update)`. */
const TRIGGER_HEAD = /\btrigger\s+\w+\s+on\s+(\w+)\s*\(([^)]*)\)/i;
const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
const EVENTS = ['Before', 'After'].flatMap((time) =>
  ['Insert', 'Update', 'Delete', 'Undelete'].map((operation) => [time, operation] as const),
);

/** ApexClass and ApexTrigger: the code that is deployed. */
export const projectApexCode: Projection = (context) => {
  for (const type of ['ApexClass', 'ApexTrigger'] as const) {
    const isOwn = isComponentName(context, type);
    syncByName(context, {
      objectName: type,
      key: ['Name'],
      rows: context.components.all(type).map((component) => ({
        ...sourceColumns(component),
        ...(type === 'ApexTrigger' && triggerColumns(bodyOf(component))),
      })),
      owns: (row) => isOwn(row['Name']),
    });
  }
};

/** StaticResource: files that are deployed. */
export const projectStaticResources: Projection = (context) => {
  const isOwn = isComponentName(context, 'StaticResource');
  syncByName(context, {
    objectName: 'StaticResource',
    key: ['Name'],
    rows: context.components.all('StaticResource').map(({ fullName, content, files }) => ({
      Name: fullName,
      ContentType: textOf(content, 'contentType') ?? 'application/octet-stream',
      CacheControl: textOf(content, 'cacheControl') ?? 'Private',
      Description: textOf(content, 'description') ?? null,
      BodyLength: files[0]?.bytes.length ?? 0,
      Body: Buffer.from(files[0]?.bytes ?? []).toString('base64'),
    })),
    owns: (row) => isOwn(row['Name']),
  });
};

function sourceColumns(component: Component): RecordValues {
  const body = bodyOf(component);
  return {
    Name: component.fullName,
    ApiVersion: numberOf(component.content, 'apiVersion') ?? null,
    Status: textOf(component.content, 'status') ?? 'Active',
    IsValid: true,
    BodyCrc: crc32(body),
    Body: body,
    LengthWithoutComments: body.replace(COMMENTS, '').length,
  };
}

function triggerColumns(body: string): RecordValues {
  const [, object = '', events = ''] = TRIGGER_HEAD.exec(body.replace(COMMENTS, ' ')) ?? [];
  const named = new Set(events.split(',').map((event) => event.trim().toLowerCase().replace(/\s+/g, ' ')));
  const usages = EVENTS.filter(([time, operation]) => time === 'After' || operation !== 'Undelete').map(
    ([time, operation]): [string, boolean] => [
      `Usage${time}${operation}`,
      named.has(`${time} ${operation}`.toLowerCase()),
    ],
  );
  return { TableEnumOrId: object, UsageIsBulk: false, ...Object.fromEntries(usages) };
}

function bodyOf({ files }: Component): string {
  return Buffer.from(files[0]?.bytes ?? []).toString('utf8');
}
