import { listViewsOfObject } from '../../../metadata';
import { syncSetupRows } from '../setup-rows';
import type { Projection } from './projection';

/** ListView: the list views of each object that has pages. */
export const projectListViews: Projection = ({ target, components }) => {
  const types = [...target.schema.all()].filter(({ definition }) => definition.capabilities.layoutable);
  syncSetupRows(target, {
    objectName: 'ListView',
    key: ['SobjectType', 'DeveloperName'],
    rows: types.flatMap((type) =>
      listViewsOfObject(components, type).map(({ id, name, label }) => ({
        Id: id,
        Name: label,
        DeveloperName: name,
        SobjectType: type.name,
        IsSoqlCompatible: true,
      })),
    ),
  });
};
