import type {
  CoordinateValueContext,
  DateFieldNameContext,
  LocationValueContext,
  SoqlFunctionContext,
} from '@apexdevtools/apex-parser';
import type { FieldPath, FunctionArgument, FunctionCall, Literal } from './ast';
import { readStringLiteral } from './string-literal';
import { present, readBind, readNumber, readPath } from './tree-parts';

/** Reads a function call with its arguments. */
export function readFunction(tree: SoqlFunctionContext): FunctionCall {
  const offset = tree.start.start;
  const name = tree.start.text.toUpperCase();
  return { kind: 'function', name, arguments: readArguments(tree), offset };
}

function readArguments(tree: SoqlFunctionContext): FunctionArgument[] {
  const inner = present(tree.soqlFunction());
  if (inner) return [readFunction(inner)];
  const dateField = present(tree.dateFieldName());
  if (dateField) return [readDateField(dateField)];
  const field = present(tree.fieldName());
  if (field) return [readPath(field)];
  const locations = tree.locationValue_list();
  if (locations.length === 0) return [];
  const unit = present(tree.StringLiteral());
  const unitLiteral: Literal[] = unit
    ? [{ kind: 'string', ...readStringLiteral(unit.getText()), offset: unit.symbol.start }]
    : [];
  return [...locations.map(readLocation), ...unitLiteral];
}

function readDateField(tree: DateFieldNameContext): FieldPath | FunctionCall {
  const path = readPath(tree.fieldName());
  if (!present(tree.CONVERT_TIMEZONE())) return path;
  return { kind: 'function', name: 'CONVERTTIMEZONE', arguments: [path], offset: tree.start.start };
}

function readLocation(tree: LocationValueContext): FunctionArgument {
  const field = present(tree.fieldName());
  if (field) return readPath(field);
  const bind = present(tree.boundExpression());
  if (bind) return readBind(bind);
  const [latitude, longitude] = tree.coordinateValue_list().map(readCoordinate);
  return { kind: 'geolocation', latitude: latitude as Literal, longitude: longitude as Literal };
}

function readCoordinate(tree: CoordinateValueContext): Literal {
  const bind = present(tree.boundExpression());
  return bind ? readBind(bind) : readNumber(tree.signedNumber());
}
