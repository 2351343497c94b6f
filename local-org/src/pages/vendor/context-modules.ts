/**
 * `@salesforce/...` modules whose value the page has from the start, in its context: no request is needed for them, and
 * a module that contains them is the same for everybody.
 *
 * UNVERIFIED: one currency for the whole org; the platform answers the org's, or the user's with several currencies.
 */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  'i18n/currency': '"USD"',
  'i18n/lang': 'context.user.language',
  'i18n/locale': 'context.user.locale',
  'i18n/timeZone': 'context.user.timeZone',
  'user/Id': 'context.user.id',
  'user/isGuest': 'false',
};

/** Text of the module, by what follows `@salesforce/`: `user/Id`; undefined when the context does not have its value. */
export function contextModule(path: string): string | undefined {
  const expression = EXPRESSIONS[path];
  return (
    expression && `import { context } from 'shell/context';\nvoid context;\nexport default ${expression};\n`
  );
}
