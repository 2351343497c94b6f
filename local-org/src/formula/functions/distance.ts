import { FormulaError } from '../errors';
import { toDouble } from '../values/decimal';
import type { GeoLocation } from '../values/value';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT, parameter } from './parameters';
import { argument, strict3 } from './strict';

/** Mean radius of the earth by unit. */
const EARTH_RADIUS: Readonly<Record<string, number>> = { mi: 3958.761, km: 6371.009 };

/** DISTANCE(location, location, 'mi' | 'km'): along the surface of the earth. */
export const distanceFunction: FormulaFunction = {
  name: 'DISTANCE',
  documentation: helpPage('distance'),
  parameters: [parameter('Location'), parameter('Location'), TEXT],
  returns(call) {
    const unit = argument(call, 2);
    if (typeof unit.literal === 'string' && !EARTH_RADIUS[unit.literal]) {
      throw new FormulaError(
        `Incorrect parameter value for ${call.element}. Expected 'mi'/'km', received ${unit.literal}`,
        unit.position,
      );
    }
    return 'Number';
  },
  compile: (call) =>
    strict3<GeoLocation, GeoLocation, string>(call, (from, to, unit) => {
      const radius = EARTH_RADIUS[unit];
      if (!radius) throw new FormulaError(`Invalid unit for the distance() function: ${unit}`);
      return 2 * radius * Math.asin(chord(from, to) / 2);
    }),
};

/** The straight line between two places through the earth, in radii. */
function chord(from: GeoLocation, to: GeoLocation): number {
  const [a, b] = [unitVector(from), unitVector(to)];
  return Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
}

function unitVector({ latitude, longitude }: GeoLocation): { x: number; y: number; z: number } {
  const phi = (toDouble(latitude) * Math.PI) / 180;
  const lambda = (toDouble(longitude) * Math.PI) / 180;
  return { x: Math.cos(phi) * Math.cos(lambda), y: Math.cos(phi) * Math.sin(lambda), z: Math.sin(phi) };
}
