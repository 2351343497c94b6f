import { booleanOf, textOf } from '../../../metadata';
import { syncByName, isComponentName, type Projection } from './projection';

/** CustomNotificationType: flows and Apex look up the id of the type that they send. */
export const projectNotificationTypes: Projection = (context) => {
  const isOwn = isComponentName(context, 'CustomNotificationType');
  syncByName(context, {
    objectName: 'CustomNotificationType',
    key: ['DeveloperName'],
    rows: context.components.all('CustomNotificationType').map(({ fullName, content }) => ({
      DeveloperName: fullName,
      CustomNotifTypeName: textOf(content, 'customNotifTypeName') ?? fullName,
      MasterLabel: textOf(content, 'masterLabel') ?? fullName,
      Description: textOf(content, 'description') ?? null,
      Desktop: booleanOf(content, 'desktop'),
      Mobile: booleanOf(content, 'mobile'),
    })),
    owns: (row) => isOwn(row['DeveloperName']),
  });
};
