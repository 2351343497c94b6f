import { PlatformStruct } from '../../runtime/values/platform-struct';
import { referencePage } from '../documentation';
import { abstractMethod, method, type PlatformClass } from '../platform-class';
import { settableProperty } from '../settable';

/** An object that code makes and whose values it reads and writes. */
function record(name: string, page: string, properties: Readonly<Record<string, string>>): PlatformClass {
  return {
    name,
    kind: 'class',
    documentation: referencePage(page),
    members: [
      method('new()', () => new PlatformStruct(name)),
      ...Object.entries(properties).map(([property, type]) => settableProperty(type, property)),
    ],
  };
}

/**
 * What e-mail services get and answer. The local org receives no mail: code that handles it runs in tests.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_email_inbound.htm
 */
export const inboundEmailClasses: readonly PlatformClass[] = [
  record('Messaging.InboundEmail', 'apex_classes_email_inbound_inbound', {
    binaryAttachments: 'List<Messaging.InboundEmail.BinaryAttachment>',
    ccAddresses: 'List<String>',
    fromAddress: 'String',
    fromName: 'String',
    headers: 'List<Messaging.InboundEmail.Header>',
    htmlBody: 'String',
    htmlBodyIsTruncated: 'Boolean',
    inReplyTo: 'String',
    messageId: 'String',
    plainTextBody: 'String',
    plainTextBodyIsTruncated: 'Boolean',
    references: 'List<String>',
    replyTo: 'String',
    subject: 'String',
    textAttachments: 'List<Messaging.InboundEmail.TextAttachment>',
    toAddresses: 'List<String>',
  }),
  record('Messaging.InboundEmail.BinaryAttachment', 'apex_classes_email_inbound_binary', {
    body: 'Blob',
    fileName: 'String',
    headers: 'List<Messaging.InboundEmail.Header>',
    mimeTypeSubType: 'String',
  }),
  record('Messaging.InboundEmail.TextAttachment', 'apex_classes_email_inbound_text', {
    body: 'String',
    bodyIsTruncated: 'Boolean',
    charset: 'String',
    fileName: 'String',
    headers: 'List<Messaging.InboundEmail.Header>',
    mimeTypeSubType: 'String',
  }),
  record('Messaging.InboundEmail.Header', 'apex_classes_email_inbound_header', {
    name: 'String',
    value: 'String',
  }),
  record('Messaging.InboundEnvelope', 'apex_classes_email_inbound_envelope', {
    fromAddress: 'String',
    toAddress: 'String',
  }),
  record('Messaging.InboundEmailResult', 'apex_classes_email_inbound_result', {
    message: 'String',
    success: 'Boolean',
  }),
  {
    name: 'Messaging.InboundEmailHandler',
    kind: 'interface',
    documentation: referencePage('apex_classes_email_inbound_using'),
    members: [
      abstractMethod(
        'Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope)',
      ),
    ],
  },
];
