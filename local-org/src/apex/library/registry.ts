import { dataGroup } from './data-group';
import type { PlatformClass } from './platform-class';
import { exceptionClasses } from './system/exceptions';
import { testingGroup } from './testing-group';
import { valuesGroup } from './values-group';

/** All classes of the platform that code may use. */
export const PLATFORM_CLASSES: readonly PlatformClass[] = [
  ...valuesGroup,
  ...dataGroup,
  ...testingGroup,
  ...exceptionClasses,
];

/** A text that changes with every declaration of the library, so that nothing is kept that was made for another one. */
export function librarySignature(): string {
  return PLATFORM_CLASSES.map(({ name, members, constants = [] }) =>
    [name, ...members.map(({ signature }) => signature), ...constants].join(';'),
  ).join('\n');
}
