import type { SourceFolder } from './source-folder';

/** A button of a record page. */
export interface QuickAction {
  /** Object on whose page it is: `Account`. */
  readonly object: string;
  readonly label: string;
  /** `Create`, `Update`, `Flow` */
  readonly type: string;
  /** Object that it creates, `''` when it creates none. */
  readonly creates: string;
  /** Flow behind it, `''` when there is none. */
  readonly flow: string;
  /** Fields that must be filled, by API name. */
  readonly requiredFields: readonly string[];
  /** Values that it sets: `StageName` → `Qualification`. */
  readonly sets: ReadonlyMap<string, string>;
}

/** The quick actions of all objects, by name. */
export function readQuickActions(folder: SourceFolder): readonly QuickAction[] {
  return folder.read('quickActions', 'quickAction').map(({ name, content }) => ({
    object: name.slice(0, name.indexOf('.')),
    label: content.at('label') ?? name,
    type: content.at('type') ?? '',
    creates: content.at('type') === 'Create' ? (content.at('targetObject') ?? '') : '',
    flow: content.at('flowDefinition') ?? '',
    requiredFields: content
      .all('quickActionLayout')
      .flatMap((layout) => layout.all('quickActionLayoutColumns'))
      .flatMap((column) => column.all('quickActionLayoutItems'))
      .filter((item) => item.at('uiBehavior') === 'Required')
      .map((item) => item.at('field') ?? ''),
    sets: new Map(
      content
        .all('fieldOverrides')
        .map((override) => [override.at('field') ?? '', override.at('literalValue') ?? '']),
    ),
  }));
}
