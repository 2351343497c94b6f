/** Where a marker stands: coordinates, or an address, which takes a service to be found. */
export interface MarkerLocation {
  readonly Latitude?: number | string | null;
  readonly Longitude?: number | string | null;
  readonly Street?: string | null;
  readonly City?: string | null;
  readonly State?: string | null;
  readonly PostalCode?: string | null;
  readonly Country?: string | null;
}

/** A marker as a component gives it: `{ location: { Latitude: 37.79, Longitude: -122.39 }, title: 'Pier' }`. */
export interface MapMarker {
  readonly location?: MarkerLocation;
  readonly value?: string;
  readonly title?: string;
  /** May hold markup. */
  readonly description?: string;
  /** Name of an icon of SLDS, shown in the list: `standard:account`. */
  readonly icon?: string;
}

/** A place in degrees. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** A marker made ready to be shown. */
export interface PlacedMarker {
  readonly value: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly icon: string;
  /** Empty when it is the title. */
  readonly address: string;
  /** Absent for an address alone. */
  readonly coordinates: Coordinates | undefined;
}

const DEFAULT_ICON = 'standard:location';
const DECIMALS = 5;

/** Reads a marker; one without a value is known by its place in the list. */
export function placeMarker(marker: MapMarker, index: number): PlacedMarker {
  const coordinates = coordinatesOf(marker.location);
  const address = addressOf(marker.location ?? {});
  return {
    value: marker.value ?? String(index),
    title: marker.title ?? (address || 'Marker'),
    description: marker.description,
    icon: marker.icon ?? DEFAULT_ICON,
    address: marker.title === undefined ? '' : address,
    coordinates,
  };
}

/** The place in degrees that a location names; undefined when it names none. */
export function coordinatesOf(location: MarkerLocation | undefined): Coordinates | undefined {
  const latitude = degrees(location?.Latitude);
  const longitude = degrees(location?.Longitude);
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

/** `42.35605, -71.08565`. */
export function coordinateText({ latitude, longitude }: Coordinates): string {
  return `${latitude.toFixed(DECIMALS)}, ${longitude.toFixed(DECIMALS)}`;
}

function degrees(value: number | string | null | undefined): number | undefined {
  const number = value === null || value === undefined || value === '' ? NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function addressOf({ Street, City, State, PostalCode, Country }: MarkerLocation): string {
  const region = [State, PostalCode].filter(Boolean).join(' ');
  return [Street, City, region, Country].filter(Boolean).join(', ');
}
