import { referencePage } from '../documentation';
import { abstractMethod, type PlatformClass } from '../platform-class';

/** System.Iterator. */
export const iteratorInterface: PlatformClass = {
  name: 'System.Iterator',
  kind: 'interface',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_iterable.htm',
  typeParameters: ['T'],
  members: [abstractMethod('Boolean hasNext()'), abstractMethod('T next()')],
};

/** System.Iterable. */
export const iterableInterface: PlatformClass = {
  name: 'System.Iterable',
  kind: 'interface',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_iterable.htm',
  typeParameters: ['T'],
  members: [abstractMethod('Iterator<T> iterator()')],
};

/** System.Comparable: objects that a list can sort. */
export const comparableInterface: PlatformClass = {
  name: 'System.Comparable',
  kind: 'interface',
  documentation: referencePage('apex_comparable'),
  members: [abstractMethod('Integer compareTo(Object other)')],
};

/** System.Comparator: an order for a list. */
export const comparatorInterface: PlatformClass = {
  name: 'System.Comparator',
  kind: 'interface',
  documentation: referencePage('apex_interface_System_Comparator'),
  typeParameters: ['T'],
  members: [abstractMethod('Integer compare(T left, T right)')],
};
