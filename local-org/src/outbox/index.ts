export { recipientsOf, sendEmailAlert, type EmailAlertServices } from './email-alerts';
export {
  expandGroup,
  isSupportedRecipient,
  resolveRecipients,
  type EmailRecipient,
} from './email-recipients';
export { mergeEmailTemplate, type EmailSubject, type MergedEmail } from './email-template';
export { mergeFields, type MergeFieldReader } from './merge-fields';
export { createOutbox } from './outbox';
export * from './types';
