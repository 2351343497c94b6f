import { LightningElement, api } from 'lwc';
import { runDashboard, type DashboardComponentRepresentation, type DashboardRun } from 'shell/analytics';
import { messageOf } from 'shell/http';
import type { PageReference } from 'shell/router';
import type { ReportRun } from '../../../../charts/report-run';

interface ComponentView {
  readonly key: string;
  readonly style: string;
  readonly component: DashboardComponentRepresentation;
  readonly run: ReportRun | undefined;
  readonly errorText: string | null;
}

interface FilterView {
  readonly key: string;
  readonly index: number;
  readonly name: string;
  readonly value: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** The page of a dashboard: its components on their grid, and its filters. */
export default class DashboardPage extends LightningElement {
  dashboard: DashboardRun | undefined;
  problem: string | undefined;
  isRunning = true;
  private chosen: readonly string[] = [];
  private shownReference: PageReference | undefined;

  @api get reference(): PageReference | undefined {
    return this.shownReference;
  }
  set reference(reference: PageReference | undefined) {
    this.shownReference = reference;
    this.chosen = [];
    void this.run();
  }

  get name(): string {
    return this.dashboard?.dashboardMetadata.name ?? '';
  }

  get description(): string | null {
    return this.dashboard?.dashboardMetadata.description ?? null;
  }

  /** When the numbers were read, and whose eyes saw them. */
  get asOf(): string {
    const { runningUser, componentData } = this.dashboard ?? {};
    const date = componentData?.[0]?.status.refreshDate;
    const time = date === undefined ? '' : new Date(date).toLocaleString();
    return `As of ${time} • Viewing as ${runningUser?.displayName ?? ''}`;
  }

  get gridStyle(): string {
    return `--local-org-columns: ${this.dashboard?.dashboardMetadata.layout.numColumns ?? 1}`;
  }

  get components(): ComponentView[] {
    const { dashboardMetadata, componentData } = this.dashboard ?? {};
    return (dashboardMetadata?.components ?? []).map((component, index) => {
      const place = dashboardMetadata?.layout.components[index];
      const data = componentData?.find(({ componentId }) => componentId === component.id);
      return {
        key: component.id,
        component,
        run: data?.reportResult ?? undefined,
        errorText: data?.status.errorMessage ?? null,
        style: place
          ? `--local-org-column: ${place.column + 1} / span ${place.colspan}; --local-org-row: ${place.row + 1} / span ${place.rowspan}`
          : '',
      };
    });
  }

  get filters(): FilterView[] {
    return (this.dashboard?.dashboardMetadata.filters ?? []).map(({ name, options }, index) => ({
      key: name,
      index,
      name,
      value: this.chosen[index] ?? '',
      options: [
        { label: 'All', value: '' },
        ...options.map(({ id, alias }) => ({ label: alias, value: id })),
      ],
    }));
  }

  handleFilter(event: CustomEvent<{ readonly value: string }>): void {
    const index = Number((event.currentTarget as HTMLElement).dataset['index']);
    this.chosen = this.filters.map(({ value }, position) =>
      position === index ? event.detail.value : value,
    );
    void this.run();
  }

  handleRefresh(): void {
    void this.run();
  }

  private async run(): Promise<void> {
    const { shownReference: reference, chosen } = this;
    this.isRunning = true;
    try {
      const dashboard = await runDashboard(reference?.attributes?.['recordId'] ?? '', chosen);
      if (reference !== this.shownReference || chosen !== this.chosen) return;
      this.dashboard = dashboard;
      this.problem = undefined;
      document.title = dashboard.dashboardMetadata.name;
    } catch (error) {
      if (reference === this.shownReference) this.problem = messageOf(error);
    }
    this.isRunning = false;
  }
}
