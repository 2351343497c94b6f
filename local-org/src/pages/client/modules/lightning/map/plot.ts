import type { Coordinates } from './markers';

/** Size of the drawing; its shape is that of the platform's map. */
export const PLOT_WIDTH = 400;
export const PLOT_HEIGHT = 300;

/** A point of the drawing. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

/** A line of equal latitude or longitude, with its degrees. */
export interface GridLine {
  readonly key: string;
  readonly label: string;
  readonly offset: number;
}

/** Sizes of map tiles at zoom level 0, which shows the whole world in one. */
const TILE_PIXELS = 256;
const CLOSEST_ZOOM = 15;
const WIDEST_ZOOM = 0;
/** Part of the drawing that markers may fill. */
const FILLED = 0.7;
const WANTED_LINES = 4;
const GRID_STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 45];
/** Where the projection ends. */
const NORTHERNMOST = 85;

/** Puts places on a plane by the projection of web maps. */
export class Plot {
  private readonly middle: PlotPoint;
  private readonly scale: number;

  /**
   * @param center what stands in the middle; the middle of the places when absent
   * @param zoomLevel 1 shows the world, 15 streets; what shows all places when absent
   */
  constructor(places: readonly Coordinates[], center?: Coordinates, zoomLevel?: number) {
    const points = places.map(project);
    const [left, right] = extent(points.map(({ x }) => x));
    const [top, bottom] = extent(points.map(({ y }) => y));
    this.middle = center ? project(center) : { x: (left + right) / 2, y: (top + bottom) / 2 };
    const fitting = Math.log2(
      (FILLED * Math.min(PLOT_WIDTH / (right - left), PLOT_HEIGHT / (bottom - top))) / TILE_PIXELS,
    );
    const zoom = Math.min(Math.max(zoomLevel ?? fitting, WIDEST_ZOOM), CLOSEST_ZOOM);
    this.scale = TILE_PIXELS * 2 ** zoom;
  }

  /** Where a place stands in the drawing; it may lie outside. */
  at(place: Coordinates): PlotPoint {
    const { x, y } = project(place);
    return {
      x: PLOT_WIDTH / 2 + (x - this.middle.x) * this.scale,
      y: PLOT_HEIGHT / 2 + (y - this.middle.y) * this.scale,
    };
  }

  /** Lines of equal longitude that cross the drawing, from left to right. */
  get meridians(): readonly GridLine[] {
    const left = longitudeAt(this.middle.x - PLOT_WIDTH / 2 / this.scale);
    const right = longitudeAt(this.middle.x + PLOT_WIDTH / 2 / this.scale);
    const latitude = latitudeAt(this.middle.y);
    return gridDegrees(left, right).map((longitude) => ({
      key: `meridian ${longitude}`,
      label: `${longitude}°`,
      offset: this.at({ latitude, longitude }).x,
    }));
  }

  /** Lines of equal latitude that cross the drawing, from bottom to top. */
  get parallels(): readonly GridLine[] {
    const bottom = latitudeAt(this.middle.y + PLOT_HEIGHT / 2 / this.scale);
    const top = latitudeAt(this.middle.y - PLOT_HEIGHT / 2 / this.scale);
    const longitude = longitudeAt(this.middle.x);
    return gridDegrees(bottom, top).map((latitude) => ({
      key: `parallel ${latitude}`,
      label: `${latitude}°`,
      offset: this.at({ latitude, longitude }).y,
    }));
  }
}

/** The world as a square of side 1, north above. */
function project({ latitude, longitude }: Coordinates): PlotPoint {
  const angle = (Math.min(Math.max(latitude, -NORTHERNMOST), NORTHERNMOST) * Math.PI) / 180;
  return {
    x: (longitude + 180) / 360,
    y: (1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2,
  };
}

function longitudeAt(x: number): number {
  return x * 360 - 180;
}

function latitudeAt(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

function extent(values: readonly number[]): [number, number] {
  return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
}

/** Round degrees between two. */
function gridDegrees(from: number, to: number): number[] {
  const step = GRID_STEPS.find((size) => (to - from) / size <= WANTED_LINES) ?? Infinity;
  const first = Math.ceil(from / step);
  const count = Math.max(Math.floor(to / step) - first + 1, 0);
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toFixed(3)));
}
