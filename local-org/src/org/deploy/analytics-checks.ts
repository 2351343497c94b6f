import { checkDashboard, checkReport } from '../../analytics';
import type { ComponentStore, PackageComponent, PlannedMessage } from '../../metadata';
import type { Schema } from '../../schema';
import { isFolder, unsupportedShares } from '../definitions/shared-folders';
import { componentFailure } from './component-failure';

const FOLDERED: ReadonlySet<string> = new Set(['Report', 'Dashboard']);

/** Checks the reports and dashboards of a deploy against what it leads to. */
export function checkAnalytics(
  schema: Schema,
  components: ComponentStore,
  changed: readonly PackageComponent[],
): PlannedMessage[] {
  return changed.flatMap((component) => {
    if (FOLDERED.has(component.type) && isFolder(component)) {
      return unsupportedShares(component).map((kind) =>
        componentFailure(component, `Sharing a folder with ${kind} is not supported by the local org`, [
          'folderShares',
        ]),
      );
    }
    if (component.type === 'Report') {
      return checkReport(component, schema, components).map(({ message, path }) =>
        componentFailure(component, message, path),
      );
    }
    if (component.type !== 'Dashboard') return [];
    return checkDashboard(component, components).map(({ message, path }) =>
      componentFailure(component, message, path),
    );
  });
}
