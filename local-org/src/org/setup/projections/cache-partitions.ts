import { booleanOf, textOf } from '../../../metadata';
import { syncByName, type Projection } from './projection';

/** PlatformCachePartition: code asks which partition there is before it uses the cache. */
export const projectCachePartitions: Projection = (context) => {
  syncByName(context, {
    objectName: 'PlatformCachePartition',
    key: ['DeveloperName'],
    rows: context.components.all('PlatformCachePartition').map(({ fullName, content }) => ({
      DeveloperName: fullName,
      MasterLabel: textOf(content, 'masterLabel') ?? fullName,
      Language: 'en_US',
      Description: textOf(content, 'description') ?? null,
      IsDefaultPartition: booleanOf(content, 'isDefaultPartition'),
    })),
  });
};
