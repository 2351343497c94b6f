import { batchResults } from '../request/batch';
import { requireUiObject } from '../request/find-object';
import type { UiResource } from '../request/ui-resource';
import type { UiRequest } from '../request/ui-request';
import { nameFieldsOf } from './name-fields';
import { objectInfo } from './object-info';

/**
 * Object infos: of one object, of several, and the directory of all.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_object_info.htm
 */
export const OBJECT_INFO_RESOURCES: readonly UiResource[] = [
  { path: '/object-info', GET: (ui) => ({ objects: directory(ui) }) },
  {
    path: '/object-info/:object',
    GET: (ui, { parameters }) => objectInfo(ui, requireUiObject(ui, parameters['object'] ?? '')),
  },
  {
    path: '/object-info/batch/:objects',
    GET: (ui, { parameters }) =>
      batchResults((parameters['objects'] ?? '').split(','), (name) =>
        objectInfo(ui, requireUiObject(ui, name.trim())),
      ),
  },
];

function directory(ui: UiRequest): Record<string, unknown> {
  const { org } = ui.deps;
  const visible = [...org.schema().all()].filter(
    ({ name, definition }) =>
      definition.capabilities.layoutable && org.access.objectAccess(ui.context.user, name).read,
  );
  return Object.fromEntries(
    visible.map((type) => [
      type.name,
      {
        apiName: type.name,
        keyPrefix: type.definition.keyPrefix,
        label: type.definition.label,
        labelPlural: type.definition.labelPlural,
        nameFields: nameFieldsOf(type),
        objectInfoUrl: `${ui.basePath}/object-info/${type.name}`,
      },
    ]),
  );
}
