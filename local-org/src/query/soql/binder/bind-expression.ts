import { UnsupportedFeatureError } from '../../../core';
import type { Expression, FieldPath, FunctionArgument, FunctionCall } from '../syntax/ast';
import { bindAggregate, isAggregateFunction } from './bind-aggregate';
import type { BoundExpression, ColumnExpression, DistanceExpression } from './bound';
import { bindCoordinate } from './bind-value';
import { DATE_FUNCTIONS, isDateFunction } from './date-functions';
import { resolvePath } from './resolve-path';
import type { Scope } from './scope';
import { expressionKey } from './value-kind';

/** What an expression may refer to beside fields. */
export interface ExpressionPlace {
  readonly scope: Scope;
  /** What GROUP BY lists, for GROUPING(). */
  readonly groupBy: readonly BoundExpression[];
  readonly clause: 'SELECT' | 'WHERE' | 'GROUP BY' | 'HAVING' | 'ORDER BY';
}

/**
 * Resolves a field or function call.
 * @throws ApiError INVALID_FIELD, MALFORMED_QUERY
 */
export function bindExpression(place: ExpressionPlace, expression: Expression): BoundExpression {
  if (expression.kind === 'path') return resolvePath(place.scope, expression);
  const { name } = expression;
  if (isAggregateFunction(name)) return bindAggregate(place.scope, expression, place.clause);
  if (isDateFunction(name)) return bindDateFunction(place.scope, expression);
  switch (name) {
    case 'TOLABEL':
      return { kind: 'label', operand: plainColumn(place.scope, argumentPath(expression)) };
    case 'FORMAT':
      return { kind: 'format', operand: bindExpression(place, argumentExpression(expression)) };
    case 'GROUPING':
      return bindGrouping(place, expression);
    case 'DISTANCE':
      return bindDistance(place.scope, expression);
    case 'CONVERTCURRENCY':
      if (place.clause === 'WHERE') {
        throw place.scope.context.error(
          'MALFORMED_QUERY',
          expression.offset,
          'convertCurrency() is not allowed in WHERE',
        );
      }
      throw new UnsupportedFeatureError('SOQL: convertCurrency()');
    default:
      throw new UnsupportedFeatureError(`SOQL: ${name}()`);
  }
}

function bindDateFunction(scope: Scope, call: FunctionCall): BoundExpression {
  const argument = call.arguments[0];
  const inUserTimeZone = argument?.kind === 'function';
  const path = inUserTimeZone ? argumentPath(argument) : argumentPath(call);
  const operand = plainColumn(scope, path);
  const { type } = operand.field;
  const takes = DATE_FUNCTIONS[call.name];
  if (type !== 'datetime' && (takes === 'datetime' || inUserTimeZone)) {
    const what = inUserTimeZone ? 'convertTimezone' : call.name;
    throw scope.context.error('MALFORMED_QUERY', call.offset, `only datetime fields support: ${what}`);
  }
  if (type !== 'datetime' && type !== 'date') {
    throw scope.context.error(
      'MALFORMED_QUERY',
      call.offset,
      `only date and datetime fields support: ${call.name}`,
    );
  }
  return { kind: 'dateFunction', name: call.name, operand, inUserTimeZone };
}

function bindGrouping(place: ExpressionPlace, call: FunctionCall): BoundExpression {
  const field = resolvePath(place.scope, argumentPath(call));
  const index = place.groupBy.findIndex((grouped) => expressionKey(grouped) === expressionKey(field));
  if (index < 0) {
    throw place.scope.context.error(
      'MALFORMED_QUERY',
      call.offset,
      `GROUPING() needs a field of GROUP BY ROLLUP or GROUP BY CUBE`,
    );
  }
  return { kind: 'grouping', index };
}

function bindDistance(scope: Scope, call: FunctionCall): DistanceExpression {
  const [first, second, unit] = call.arguments;
  if (first?.kind !== 'path' || second?.kind !== 'geolocation' || unit?.kind !== 'string') {
    throw new UnsupportedFeatureError('SOQL: DISTANCE() other than of a field and GEOLOCATION()');
  }
  const field = resolvePath(scope, first);
  const part = (name: string): ColumnExpression | undefined => {
    const found = field.kind === 'compound' ? field.parts.find((p) => p.name === name) : undefined;
    return found && field.kind === 'compound'
      ? { kind: 'column', source: field.source, field: found.field }
      : undefined;
  };
  const latitude = part('latitude');
  const longitude = part('longitude');
  if (!latitude || !longitude) {
    throw scope.context.error(
      'INVALID_FIELD',
      first.offset,
      `field '${first.names.join('.')}' is not a location field`,
    );
  }
  const unitName = unit.value.toLowerCase();
  if (unitName !== 'mi' && unitName !== 'km') {
    throw scope.context.error(
      'MALFORMED_QUERY',
      unit.offset,
      `Invalid unit '${unit.value}' in DISTANCE(): use 'mi' or 'km'`,
    );
  }
  const point = {
    latitude: bindCoordinate(scope.context, second.latitude),
    longitude: bindCoordinate(scope.context, second.longitude),
  };
  return { kind: 'distance', latitude, longitude, point, unit: unitName };
}

function plainColumn(scope: Scope, path: FieldPath): ColumnExpression {
  const field = resolvePath(scope, path);
  if (field.kind === 'column') return field;
  throw new UnsupportedFeatureError(`SOQL: a function of ${path.names.join('.')}`);
}

function argumentPath(call: FunctionCall): FieldPath {
  const argument = call.arguments[0];
  if (argument?.kind === 'path') return argument;
  throw new UnsupportedFeatureError(`SOQL: ${call.name}() of a function`);
}

function argumentExpression(call: FunctionCall): Expression {
  const argument: FunctionArgument | undefined = call.arguments[0];
  if (argument?.kind === 'path' || argument?.kind === 'function') return argument;
  throw new UnsupportedFeatureError(`SOQL: ${call.name}() of a value`);
}
