import { LightningElement, api } from 'lwc';
import {
  coordinateText,
  coordinatesOf,
  placeMarker,
  type Coordinates,
  type MapMarker,
  type MarkerLocation,
  type PlacedMarker,
} from './markers';
import { PLOT_HEIGHT, PLOT_WIDTH, Plot, type GridLine, type PlotPoint } from './plot';

/** A marker as the template shows it. */
interface ShownMarker extends PlacedMarker {
  readonly isSelected: boolean;
  readonly coordinateText: string;
  readonly description: string | undefined;
  readonly point: PlotPoint | undefined;
  readonly transform: string | undefined;
  readonly pinClass: string;
}

const OPEN_WORLD: Coordinates = { latitude: 0, longitude: 0 };

/**
 * Shows places: those with coordinates in a neutral plot, all of them in a list.
 *
 * DEVIATION: no map lies below the markers, and addresses are not found: both take services outside of the machine.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-map.html
 */
export default class LightningMap extends LightningElement {
  @api mapMarkers: readonly MapMarker[] | undefined;
  @api markersTitle: string | undefined;
  @api zoomLevel: number | string | undefined;
  @api center: { readonly location?: MarkerLocation } | undefined;
  /** `auto` shows the list when there are several markers, `visible` always, `hidden` never. */
  @api listView: 'auto' | 'visible' | 'hidden' = 'auto';
  /** Settings of the service that the platform draws with; they have no effect here. */
  @api options: unknown;
  @api showFooter = false;
  private chosen: string | undefined;

  @api get selectedMarkerValue(): string | undefined {
    return this.chosen;
  }
  set selectedMarkerValue(value: string | undefined) {
    this.chosen = value;
  }

  get markers(): readonly ShownMarker[] {
    const { plot } = this;
    return this.placed.map((marker) => this.shown(marker, plot));
  }

  get plotted(): readonly ShownMarker[] {
    return this.markers.filter(({ point }) => point);
  }

  get plot(): Plot {
    const places = this.placed.flatMap(({ coordinates }) => (coordinates ? [coordinates] : []));
    const center = coordinatesOf(this.center?.location) ?? (places.length > 0 ? undefined : OPEN_WORLD);
    return new Plot(places, center, this.zoomLevel === undefined ? undefined : Number(this.zoomLevel));
  }

  get meridians(): readonly GridLine[] {
    return this.plot.meridians;
  }

  get parallels(): readonly GridLine[] {
    return this.plot.parallels;
  }

  get viewBox(): string {
    return `0 0 ${PLOT_WIDTH} ${PLOT_HEIGHT}`;
  }

  get plotLabel(): string {
    const { length } = this.plotted;
    return `Plot of ${length === 1 ? '1 marker' : `${length} markers`}`;
  }

  get title(): string {
    return this.markersTitle ?? `Markers (${this.placed.length})`;
  }

  /** An address can only be read in the list. */
  get hasList(): boolean {
    if (this.listView !== 'auto') return this.listView === 'visible';
    return this.placed.length > 1 || this.placed.some(({ coordinates }) => !coordinates);
  }

  get containerClass(): string {
    return this.hasList
      ? 'slds-grid slds-has-coordinates slds-map_container'
      : 'slds-grid slds-map_container';
  }

  /** What the platform shows in a window over the map. */
  get selected(): ShownMarker | undefined {
    return this.markers.find(({ isSelected }) => isSelected);
  }

  handleSelect(event: Event): void {
    const { value } = (event.currentTarget as HTMLElement).dataset;
    this.chosen = value;
    this.dispatchEvent(new CustomEvent('markerselect', { detail: { selectedMarkerValue: value } }));
  }

  private get placed(): readonly PlacedMarker[] {
    return (this.mapMarkers ?? []).map(placeMarker);
  }

  private shown(marker: PlacedMarker, plot: Plot): ShownMarker {
    const point = marker.coordinates && plot.at(marker.coordinates);
    const isOnly = this.placed.length === 1;
    const isSelected = isOnly || marker.value === this.chosen;
    return {
      ...marker,
      isSelected,
      coordinateText: marker.coordinates ? coordinateText(marker.coordinates) : '',
      point,
      transform: point && `translate(${point.x.toFixed(1)} ${point.y.toFixed(1)})`,
      pinClass: isSelected ? 'pin selected' : 'pin',
    };
  }
}
