import type { FieldValue, RecordValues } from '../core';
import { readPath, type FormulaSession } from '../execution';
import { textOf, type ComponentStore } from '../metadata';
import type { SObjectType } from '../schema';
import { mergeFields } from './merge-fields';

/** Subject and body of an e-mail. */
export interface MergedEmail {
  readonly subject: string;
  readonly body: string;
}

/** The record an e-mail is about, and what reads it. */
export interface EmailSubject {
  readonly session: FormulaSession;
  readonly type: SObjectType;
  readonly values: Readonly<RecordValues>;
}

/**
 * Fills an e-mail template for a record. Merge fields of other objects than the record's own and the running user's
 * are blank.
 * @param templateName with its folder: `Sales/Review_Requested`
 * @returns undefined when there is no such template
 */
export function mergeEmailTemplate(
  components: ComponentStore,
  templateName: string,
  subject: EmailSubject,
): MergedEmail | undefined {
  const template = components.find('EmailTemplate', templateName);
  if (!template) return undefined;
  const body = Buffer.from(template.files[0]?.bytes ?? new Uint8Array()).toString('utf8');
  const read = (path: readonly string[]): FieldValue | undefined => readMergeField(subject, path);
  return {
    subject: mergeFields(textOf(template.content, 'subject') ?? '', read),
    body: mergeFields(body.trim() === '' ? (textOf(template.content, 'textOnly') ?? '') : body, read),
  };
}

function readMergeField(
  { session, type, values }: EmailSubject,
  path: readonly string[],
): FieldValue | undefined {
  const [root = '', ...rest] = path;
  if (/^\$?user$/i.test(root)) {
    const userType = session.schema.find('User');
    const row = userType && session.load(userType, session.user.id);
    return userType && row ? readPath(session.record(userType, row), rest) : undefined;
  }
  return root.toLowerCase() === type.name.toLowerCase()
    ? readPath(session.record(type, values), rest)
    : undefined;
}
