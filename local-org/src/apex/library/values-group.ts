import type { PlatformClass } from './platform-class';
import { assertClass } from './system/assert';
import { blobClass } from './system/blob';
import { booleanClass } from './system/boolean';
import { cryptoClass } from './system/crypto';
import { dateClass } from './system/date';
import { datetimeClass } from './system/datetime';
import { decimalClass, roundingModeEnum } from './system/decimal';
import { doubleClass } from './system/double';
import { encodingUtilClass } from './system/encoding-util';
import { idClass } from './system/id';
import { integerClass } from './system/integer';
import {
  comparableInterface,
  comparatorInterface,
  iterableInterface,
  iteratorInterface,
} from './system/interfaces';
import { jsonClass, jsonTokenEnum } from './system/json';
import { jsonGeneratorClass } from './system/json-generator';
import { jsonParserClass } from './system/json-parser';
import { listClass } from './system/list';
import { longClass } from './system/long';
import { mapClass } from './system/map';
import { matcherClass } from './system/matcher';
import { mathClass } from './system/math';
import { objectClass } from './system/object';
import { patternClass } from './system/pattern';
import { setClass } from './system/set';
import { stringClass } from './system/string';
import { timeClass } from './system/time';
import { timeZoneClass } from './system/time-zone';
import { typeClass } from './system/type';
import { urlClass } from './system/url';
import { uuidClass } from './system/uuid';

/** Classes of values: primitives, collections and what works on them without touching the org. */
export const valuesGroup: readonly PlatformClass[] = [
  objectClass,
  stringClass,
  idClass,
  integerClass,
  longClass,
  doubleClass,
  decimalClass,
  roundingModeEnum,
  booleanClass,
  dateClass,
  datetimeClass,
  timeClass,
  timeZoneClass,
  blobClass,
  listClass,
  setClass,
  mapClass,
  iteratorInterface,
  iterableInterface,
  comparableInterface,
  comparatorInterface,
  mathClass,
  patternClass,
  matcherClass,
  typeClass,
  jsonClass,
  jsonTokenEnum,
  jsonGeneratorClass,
  jsonParserClass,
  encodingUtilClass,
  cryptoClass,
  urlClass,
  uuidClass,
  assertClass,
];
