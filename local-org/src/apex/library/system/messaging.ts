import { isRecordId } from '../../../core';
import { mergeEmailTemplate } from '../../../outbox';
import { attachFailures } from '../../runtime/data/dml-exception';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexList } from '../../runtime/values/apex-list';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { held } from '../database/results';
import { referencePage } from '../documentation';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';
import { accessorMethods } from '../settable';

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;
/** Recipients of one message, all fields together. */
const MAX_RECIPIENTS = 150;
const RECIPIENT_FIELDS = ['ToAddresses', 'CcAddresses', 'BccAddresses'] as const;

/** Why a message is refused. */
interface EmailError {
  readonly statusCode: string;
  readonly message: string;
}

function struct(name: string): PlatformMember {
  return method('new()', () => new PlatformStruct(name));
}

/** Values that are set and, in most cases, read. */
function accessors(entries: Readonly<Record<string, string>>): PlatformMember[] {
  return Object.entries(entries).flatMap(([name, type]) => [
    ...accessorMethods(type, name),
    // Booleans of messages are read by `get` as well.
    ...(type === 'Boolean'
      ? [
          method(
            `Boolean get${name}()`,
            (_runtime: ApexRuntime, self: PlatformStruct) => self.values[name] ?? false,
          ),
        ]
      : []),
  ]);
}

/** What all messages have in common. */
export const emailClass: PlatformClass = {
  name: 'Messaging.Email',
  kind: 'class',
  abstract: true,
  documentation: referencePage('apex_classes_email_outbound_base'),
  members: accessors({
    BccSender: 'Boolean',
    EmailPriority: 'String',
    ReplyTo: 'String',
    SaveAsActivity: 'Boolean',
    SenderDisplayName: 'String',
    Subject: 'String',
    UseSignature: 'Boolean',
  }),
};

/** A message to single recipients. */
export const singleEmailMessageClass: PlatformClass = {
  name: 'Messaging.SingleEmailMessage',
  kind: 'class',
  superclass: 'Messaging.Email',
  documentation: referencePage('apex_classes_email_outbound_single'),
  members: [
    struct('Messaging.SingleEmailMessage'),
    ...accessors({
      ToAddresses: 'List<String>',
      CcAddresses: 'List<String>',
      BccAddresses: 'List<String>',
      CharSet: 'String',
      EntityAttachments: 'List<String>',
      FileAttachments: 'List<Messaging.EmailFileAttachment>',
      HtmlBody: 'String',
      InReplyTo: 'String',
      OptOutPolicy: 'String',
      OrgWideEmailAddressId: 'Id',
      PlainTextBody: 'String',
      References: 'String',
      TargetObjectId: 'Id',
      TemplateId: 'Id',
      TreatBodiesAsTemplate: 'Boolean',
      TreatTargetObjectAsRecipient: 'Boolean',
      WhatId: 'Id',
    }),
  ],
};

/** A file that goes with a message. */
export const emailFileAttachmentClass: PlatformClass = {
  name: 'Messaging.EmailFileAttachment',
  kind: 'class',
  documentation: referencePage('apex_classes_email_outbound_file'),
  members: [
    struct('Messaging.EmailFileAttachment'),
    ...accessors({
      Body: 'Blob',
      ContentType: 'String',
      FileName: 'String',
      Id: 'String',
      Inline: 'Boolean',
    }),
  ],
};

/** Why a message was not sent. */
export const sendEmailErrorClass: PlatformClass = {
  name: 'Messaging.SendEmailError',
  kind: 'class',
  documentation: referencePage('apex_methods_system_sendemailerror'),
  members: [
    ...held('List<String>', 'Fields', 'fields'),
    ...held('String', 'Message', 'message'),
    ...held('System.StatusCode', 'StatusCode', 'statusCode'),
    ...held('String', 'TargetObjectId', 'targetObjectId'),
  ],
};

/** What became of a message. */
export const sendEmailResultClass: PlatformClass = {
  name: 'Messaging.SendEmailResult',
  kind: 'class',
  documentation: referencePage('apex_methods_system_sendemail'),
  members: [
    ...held('Boolean', 'Success', 'success'),
    ...held('List<Messaging.SendEmailError>', 'Errors', 'errors'),
  ],
};

/** A notification in the app, kept in the org's outbox. */
export const customNotificationClass: PlatformClass = {
  name: 'Messaging.CustomNotification',
  kind: 'class',
  documentation: referencePage('apex_class_Messaging_CustomNotification'),
  members: [
    struct('Messaging.CustomNotification'),
    ...['Title', 'Body', 'NotificationTypeId', 'SenderId', 'TargetId', 'TargetPageRef'].map((name) =>
      method(
        `void set${name}(String value)`,
        (_runtime: ApexRuntime, self: PlatformStruct, value: ApexValue) => {
          self.values[name] = value;
        },
      ),
    ),
    method('void send(Set<String> users)', sendNotification),
  ],
};

function sendNotification(
  runtime: ApexRuntime,
  self: PlatformStruct,
  users: Iterable<ApexValue> | null,
): void {
  if (users === null) return runtime.throwNull();
  const { Title = null, Body = null, TargetId = null, NotificationTypeId = null } = self.values;
  if (NotificationTypeId === null || Body === null) {
    return runtime.throwNew('System.IllegalArgumentException', 'Missing required notification attributes');
  }
  runtime.org.outbox.send({
    kind: 'notification',
    recipients: [...textsIn(users)],
    subject: textOf(Title) ?? '',
    body: textOf(Body) ?? '',
    relatedRecordId: textOf(TargetId),
    source: `Apex Messaging.CustomNotification ${textOf(NotificationTypeId) ?? ''}`,
  });
}

const textOf = (value: ApexValue | undefined): string | null => (typeof value === 'string' ? value : null);

function* textsIn(values: Iterable<ApexValue>): Iterable<string> {
  for (const value of values) if (typeof value === 'string') yield value;
}

const recipientsOf = ({ values }: PlatformStruct): string[] =>
  RECIPIENT_FIELDS.flatMap((name) => {
    const list = values[name];
    return list instanceof ApexList ? [...textsIn(list.items)] : [];
  });

/** What is wrong with a message. */
function problemOf(message: PlatformStruct): EmailError | null {
  const { values } = message;
  const recipients = recipientsOf(message);
  const target = textOf(values['TargetObjectId']);
  if (textOf(values['TemplateId']) !== null && target === null) {
    return { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Missing targetObjectId with template' };
  }
  if (recipients.length === 0 && target === null) {
    return {
      statusCode: 'REQUIRED_FIELD_MISSING',
      message: 'Add a recipient to send an email.',
    };
  }
  const wrong = recipients.find((recipient) => !EMAIL.test(recipient) && !isRecordId(recipient));
  if (wrong !== undefined) {
    return { statusCode: 'INVALID_EMAIL_ADDRESS', message: `Invalid to address : ${wrong}` };
  }
  if (recipients.length > MAX_RECIPIENTS) {
    return { statusCode: 'LIMIT_EXCEEDED', message: 'Too many recipients' };
  }
  const hasText = ['HtmlBody', 'PlainTextBody', 'TemplateId'].some((name) => textOf(values[name]) !== null);
  return hasText ? null : { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Email body is required.' };
}

/**
 * `Messaging.sendEmail`: keeps messages in the org's outbox.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_forcecom_email_outbound.htm
 */
function sendEmail(runtime: ApexRuntime, emails: ApexList | null, allOrNothing: boolean | null): ApexList {
  if (emails === null) return runtime.throwNull();
  runtime.count('emailInvocations');
  const messages = emails.items.map((email) => (email as PlatformStruct | null) ?? runtime.throwNull());
  const problems = messages.map(problemOf);
  const first = problems.findIndex((problem) => problem !== null);
  if (first >= 0 && allOrNothing !== false) refuse(runtime, first, problems[first]);
  const results = messages.map((message, i) => {
    const problem = problems[i];
    if (!problem) keep(runtime, message);
    const errors = problem ? [errorOf(runtime, message, problem)] : [];
    return new PlatformStruct('Messaging.SendEmailResult', {
      success: !problem,
      errors: listOf(runtime, 'Messaging.SendEmailError', errors),
    });
  });
  return listOf(runtime, 'Messaging.SendEmailResult', results);
}

function refuse(runtime: ApexRuntime, index: number, problem: EmailError | null | undefined): never {
  const { statusCode = '', message = '' } = problem ?? {};
  const exception = runtime.newException(
    'System.EmailException',
    `SendEmail failed. First exception on row ${index}; first error: ${statusCode}, ${message}: []`,
  );
  throw attachFailures(exception, [{ index, id: null, message, statusCode, fields: [] }]) as unknown as Error;
}

function errorOf(runtime: ApexRuntime, message: PlatformStruct, problem: EmailError): PlatformStruct {
  return new PlatformStruct('Messaging.SendEmailError', {
    fields: listOf(runtime, 'String', []),
    message: problem.message,
    statusCode: runtime.enumValue('System.StatusCode', problem.statusCode),
    targetObjectId: message.values['TargetObjectId'] ?? null,
  });
}

function keep(runtime: ApexRuntime, message: PlatformStruct): void {
  const { values } = message;
  const [target, what, template] = ['TargetObjectId', 'WhatId', 'TemplateId'].map((name) =>
    textOf(values[name]),
  );
  const merged = template ? mergedTemplate(runtime, template, what ?? target ?? null) : null;
  const asRecipient = values['TreatTargetObjectAsRecipient'] !== false;
  runtime.org.outbox.send({
    kind: 'email',
    recipients: [...recipientsOf(message), ...(target && asRecipient ? [target] : [])],
    subject: textOf(values['Subject']) ?? merged?.subject ?? '',
    body: textOf(values['PlainTextBody']) ?? textOf(values['HtmlBody']) ?? merged?.body ?? '',
    relatedRecordId: what ?? target ?? null,
    source: 'Apex Messaging.sendEmail',
  });
}

/** Subject and body of a stored template, filled for a record; null when there is no such template. */
function mergedTemplate(
  runtime: ApexRuntime,
  templateId: string,
  recordId: string | null,
): { readonly subject: string; readonly body: string } | null {
  const { org } = runtime;
  const templates = org.schema().find('EmailTemplate');
  const row = templates && org.store.find(templates, templateId);
  const type = recordId === null ? undefined : org.schema().findByKeyPrefix(recordId.slice(0, 3));
  if (!row) return null;
  const session = org.formulas.open(runtime.user);
  const values = type && recordId !== null ? (org.store.find(type, recordId) ?? {}) : {};
  const name = `${String(row['DeveloperName'])}`;
  const component = org
    .components()
    .all('EmailTemplate')
    .find(({ fullName }) => fullName.split('/').at(-1)?.toLowerCase() === name.toLowerCase());
  const subjectType = type ?? org.schema().find('User');
  if (!component || !subjectType)
    return { subject: String(row['Subject'] ?? ''), body: String(row['Body'] ?? '') };
  return (
    mergeEmailTemplate(org.components(), component.fullName, { session, type: subjectType, values }) ?? null
  );
}

/** Sends messages. */
export const messagingClass: PlatformClass = {
  name: 'System.Messaging',
  kind: 'class',
  documentation: referencePage('apex_classes_email_outbound_messaging'),
  members: [
    method('static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)', sendEmail),
    method(
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNothing)',
      sendEmail,
    ),
    ...['Single', 'Mass'].map((kind) =>
      method(`static void reserve${kind}EmailCapacity(Integer amountReserved)`, () => undefined),
    ),
    method(
      'static Messaging.SingleEmailMessage renderStoredEmailTemplate(String templateId, String whoId, String whatId)',
      (runtime: ApexRuntime, templateId: string | null, whoId: string | null, whatId: string | null) => {
        const merged = mergedTemplate(runtime, templateId ?? runtime.throwNull(), whatId ?? whoId);
        // UNVERIFIED: the exception for an unknown template.
        if (!merged) return runtime.throwNew('System.EmailException', `Invalid template id: ${templateId}`);
        return new PlatformStruct('Messaging.SingleEmailMessage', {
          Subject: merged.subject,
          HtmlBody: merged.body,
          PlainTextBody: merged.body,
          TemplateId: templateId,
          TargetObjectId: whoId,
          WhatId: whatId,
        });
      },
    ),
  ],
};
