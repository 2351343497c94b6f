import type { PackageSource } from '../package-source';
import { comment, HEADER, moduleText } from './type-text';

/**
 * Modules whose import is one value, by the suffix of the metadata they stand for.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-salesforce-modules.html
 */
const SINGLE_VALUES = {
  /** Absent for users who do not have the permission. */
  customPermission: { module: '@salesforce/customPermission', type: 'true | undefined', text: 'label' },
  resource: { module: '@salesforce/resourceUrl', type: 'string', text: 'description' },
} as const;

/** Permissions of users that components ask for although the package grants none of them. */
const BASIC_USER_PERMISSIONS = ['ApiEnabled', 'ModifyAllData', 'ViewAllData', 'ViewSetup'];

/** Declares `@salesforce/label/c.Name` for the custom labels. */
export function writeLabels(source: PackageSource): string {
  const labels = source.metadata('labels').flatMap(({ content }) => content.all('labels'));
  return (
    HEADER +
    sorted(labels.map((label) => [label.at('fullName') ?? '', label.at('value') ?? ''] as const))
      .map(([name, value]) => valueModule(`@salesforce/label/c.${name}`, 'string', value))
      .join('')
  );
}

/** Declares `@salesforce/customPermission/Name`, and the permissions of users that the package grants. */
export function writePermissions(source: PackageSource): string {
  const granted = ['permissionset', 'profile']
    .flatMap((suffix) => source.metadata(suffix))
    .flatMap(({ content }) => content.all('userPermissions'))
    .map((permission) => permission.at('name') ?? '');
  const names = [...new Set([...BASIC_USER_PERMISSIONS, ...granted])].sort();
  return (
    singleValues(source, 'customPermission') +
    names.map((name) => valueModule(`@salesforce/userPermission/${name}`, 'true | undefined', '')).join('')
  );
}

/** Declares `@salesforce/resourceUrl/Name` for the static resources. */
export function writeStaticResources(source: PackageSource): string {
  return singleValues(source, 'resource');
}

/**
 * Declares `@salesforce/messageChannel/Name__c` for the message channels, each with the fields of its messages.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/use-message-channel-intro.html
 */
export function writeMessageChannels(source: PackageSource): string {
  const channels = source.metadata('messageChannel').map(({ name, content }) => {
    const fields = content
      .all('lightningMessageFields')
      .map(
        (field) =>
          `${comment(field.at('description') ?? '', '  ')}  readonly ${field.at('fieldName') ?? ''}?: unknown;\n`,
      );
    return moduleText(`@salesforce/messageChannel/${name}__c`, [
      `/** A message of the channel. */\nexport interface Message {\n${fields.join('')}}`,
      '/** The channel; its type carries that of its messages. */',
      'export interface Channel {\n  readonly message?: Message;\n}',
      'const channel: Channel;',
      'export default channel;',
    ]);
  });
  return HEADER + channels.join('');
}

function singleValues(source: PackageSource, suffix: keyof typeof SINGLE_VALUES): string {
  const { module, type, text } = SINGLE_VALUES[suffix];
  return (
    HEADER +
    source
      .metadata(suffix)
      .map(({ name, content }) => valueModule(`${module}/${name}`, type, content.at(text) ?? ''))
      .join('')
  );
}

function valueModule(name: string, type: string, text: string): string {
  return comment(text, '') + moduleText(name, [`const value: ${type};`, 'export default value;']);
}

function sorted<Row extends readonly [string, string]>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
}
