import { FormulaError } from '../errors';
import type { ExactNumber } from '../values/decimal';
import { toDouble } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER } from './parameters';
import { argument } from './strict';

/** GEOLOCATION(latitude, longitude), in degrees. Both may be blank, or neither. */
export const geolocationFunction: FormulaFunction = {
  name: 'GEOLOCATION',
  documentation: helpPage('geolocation'),
  parameters: [NUMBER, NUMBER],
  returns: 'Location',
  compile(call) {
    const [latitudeOf, longitudeOf] = [argument(call, 0).evaluate, argument(call, 1).evaluate];
    return (environment) => {
      const latitude = latitudeOf(environment) as ExactNumber | null;
      const longitude = longitudeOf(environment) as ExactNumber | null;
      if (latitude === null && longitude === null) return null;
      if (latitude === null) throw new FormulaError('Latitude can be null if and only if longitude is null');
      if (longitude === null) throw new FormulaError('Longitude can be null if and only if latitude is null');
      checkRange('Latitude out of range', latitude, 90);
      checkRange('Longitude is out of range', longitude, 180);
      return { latitude, longitude };
    };
  },
};

function checkRange(message: string, degrees: ExactNumber, limit: number): void {
  const value = toDouble(degrees);
  if (value < -limit || value > limit) throw new FormulaError(`${message}: ${value}`);
}
