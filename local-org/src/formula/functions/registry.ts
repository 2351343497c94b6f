import { absFunction } from './abs';
import { acosFunction } from './acos';
import { addMonthsFunction } from './add-months';
import { andFunction } from './and';
import { asciiFunction } from './ascii';
import { asinFunction } from './asin';
import { atanFunction } from './atan';
import { atan2Function } from './atan2';
import { beginsFunction } from './begins';
import { blankValueFunction } from './blank-value';
import { brFunction } from './br';
import { caseFunction } from './case';
import { caseSafeIdFunction } from './case-safe-id';
import { ceilingFunction } from './ceiling';
import { chrFunction } from './chr';
import { containsFunction } from './contains';
import { cosFunction } from './cos';
import { dateFunction } from './date';
import { dateValueFunction } from './date-value';
import { datetimeValueFunction } from './datetime-value';
import { dayFunction } from './day';
import { dayOfYearFunction } from './day-of-year';
import { distanceFunction } from './distance';
import { expFunction } from './exp';
import { findFunction } from './find';
import { floorFunction } from './floor';
import { formatDurationFunction } from './format-duration';
import { fromUnixTimeFunction } from './from-unix-time';
import { geolocationFunction } from './geolocation';
import { getSessionIdFunction } from './get-session-id';
import { hourFunction } from './hour';
import { htmlEncodeFunction } from './html-encode';
import { hyperlinkFunction } from './hyperlink';
import { ifFunction } from './if';
import { imageFunction } from './image';
import { includesFunction } from './includes';
import { initcapFunction } from './initcap';
import { isBlankFunction } from './is-blank';
import { isChangedFunction } from './is-changed';
import { isCloneFunction } from './is-clone';
import { isNewFunction } from './is-new';
import { isNullFunction } from './is-null';
import { isNumberFunction } from './is-number';
import { isPickValFunction } from './is-pick-val';
import { isoWeekFunction } from './iso-week';
import { isoYearFunction } from './iso-year';
import { jsEncodeFunction } from './js-encode';
import { jsInHtmlEncodeFunction } from './js-in-html-encode';
import { leftFunction } from './left';
import { lenFunction } from './len';
import { lnFunction } from './ln';
import { logFunction } from './log';
import { lowerFunction } from './lower';
import { lpadFunction } from './lpad';
import { maxFunction } from './max';
import { mceilingFunction } from './mceiling';
import { mfloorFunction } from './mfloor';
import { midFunction } from './mid';
import { millisecondFunction } from './millisecond';
import { minFunction } from './min';
import { minuteFunction } from './minute';
import { modFunction } from './mod';
import { monthFunction } from './month';
import { notFunction } from './not';
import { nowFunction } from './now';
import { nullValueFunction } from './null-value';
import { orFunction } from './or';
import { piFunction } from './pi';
import { picklistCountFunction } from './picklist-count';
import { priorValueFunction } from './prior-value';
import { regexFunction } from './regex';
import { reverseFunction } from './reverse';
import { rightFunction } from './right';
import { roundFunction } from './round';
import { rpadFunction } from './rpad';
import { secondFunction } from './second';
import { sinFunction } from './sin';
import { sqrtFunction } from './sqrt';
import { substituteFunction } from './substitute';
import { tanFunction } from './tan';
import { textFunction } from './text';
import { timeNowFunction } from './time-now';
import { timeValueFunction } from './time-value';
import { todayFunction } from './today';
import { trimFunction } from './trim';
import { truncFunction } from './trunc';
import { unixTimestampFunction } from './unix-timestamp';
import { upperFunction } from './upper';
import { urlEncodeFunction } from './url-encode';
import { valueFunction } from './value';
import { vlookupFunction } from './vlookup';
import { weekdayFunction } from './weekday';
import { yearFunction } from './year';
import type { FormulaFunction } from './formula-function';

/**
 * Every function of the language, one file each.
 * @see https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm&type=5
 */
export const FUNCTIONS: readonly FormulaFunction[] = [
  absFunction,
  acosFunction,
  addMonthsFunction,
  andFunction,
  asciiFunction,
  asinFunction,
  atanFunction,
  atan2Function,
  beginsFunction,
  blankValueFunction,
  brFunction,
  caseFunction,
  caseSafeIdFunction,
  ceilingFunction,
  chrFunction,
  containsFunction,
  cosFunction,
  dateFunction,
  dateValueFunction,
  datetimeValueFunction,
  dayFunction,
  dayOfYearFunction,
  distanceFunction,
  expFunction,
  findFunction,
  floorFunction,
  formatDurationFunction,
  fromUnixTimeFunction,
  geolocationFunction,
  getSessionIdFunction,
  hourFunction,
  htmlEncodeFunction,
  hyperlinkFunction,
  ifFunction,
  imageFunction,
  includesFunction,
  initcapFunction,
  isBlankFunction,
  isChangedFunction,
  isCloneFunction,
  isNewFunction,
  isNullFunction,
  isNumberFunction,
  isPickValFunction,
  isoWeekFunction,
  isoYearFunction,
  jsEncodeFunction,
  jsInHtmlEncodeFunction,
  leftFunction,
  lenFunction,
  lnFunction,
  logFunction,
  lowerFunction,
  lpadFunction,
  maxFunction,
  mceilingFunction,
  mfloorFunction,
  midFunction,
  millisecondFunction,
  minFunction,
  minuteFunction,
  modFunction,
  monthFunction,
  notFunction,
  nowFunction,
  nullValueFunction,
  orFunction,
  piFunction,
  picklistCountFunction,
  priorValueFunction,
  regexFunction,
  reverseFunction,
  rightFunction,
  roundFunction,
  rpadFunction,
  secondFunction,
  sinFunction,
  sqrtFunction,
  substituteFunction,
  tanFunction,
  textFunction,
  timeNowFunction,
  timeValueFunction,
  todayFunction,
  trimFunction,
  truncFunction,
  unixTimestampFunction,
  upperFunction,
  urlEncodeFunction,
  valueFunction,
  vlookupFunction,
  weekdayFunction,
  yearFunction,
];

/** Functions of reports, buttons and Visualforce pages, which none of the formulas here may use. */
export const REPORT_AND_PAGE_FUNCTIONS: ReadonlySet<string> = new Set([
  'GETRECORDIDS',
  'IMAGEPROXYURL',
  'INCLUDE',
  'LINKTO',
  'PARENTGROUPVAL',
  'PREVGROUPVAL',
  'REQUIRESCRIPT',
  'URLFOR',
]);

/** Functions that an org has and the local org does not execute. */
export const UNSUPPORTED_FUNCTIONS: ReadonlySet<string> = new Set(['CURRENCYRATE', 'PREDICT']);

const BY_NAME = new Map(FUNCTIONS.map((entry) => [entry.name, entry]));

/** The function of that upper-case name. */
export function functionNamed(name: string): FormulaFunction | undefined {
  return BY_NAME.get(name);
}
