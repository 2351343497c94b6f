import { LightningElement, api } from 'lwc';

interface MapMarker {
  readonly location: Readonly<Record<string, string | number | undefined>>;
  readonly title?: string;
  readonly description?: string;
  readonly value?: string;
}

interface PlaceView {
  readonly key: string;
  readonly title: string;
  readonly address: string;
  readonly description: string | undefined;
  readonly value: string;
}

const ADDRESS_PARTS = ['Street', 'PostalCode', 'City', 'State', 'Country', 'Latitude', 'Longitude'];

/**
 * The places of a map.
 *
 * DEVIATION: a list instead of a map, since pictures of maps come from another machine.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-map.html
 */
export default class Map extends LightningElement {
  @api mapMarkers: readonly MapMarker[] = [];
  @api markersTitle: string | undefined;
  @api selectedMarkerValue: string | undefined;
  @api center: unknown;
  @api zoomLevel: number | undefined;
  @api listView: string | undefined;
  @api showFooter = false;
  @api options: unknown;

  get label(): string {
    return this.markersTitle ?? `Markers (${this.mapMarkers.length})`;
  }

  get places(): PlaceView[] {
    return this.mapMarkers.map(({ location, title, description, value }, index) => {
      const address = ADDRESS_PARTS.flatMap((part) => (location[part] ? [String(location[part])] : [])).join(
        ', ',
      );
      return {
        key: String(index),
        title: title ?? address,
        address,
        description,
        value: value ?? String(index),
      };
    });
  }

  handleSelect({ currentTarget }: Event): void {
    const selectedMarkerValue = (currentTarget as HTMLElement).dataset['value'];
    this.selectedMarkerValue = selectedMarkerValue;
    this.dispatchEvent(new CustomEvent('markerselect', { detail: { selectedMarkerValue } }));
  }
}
