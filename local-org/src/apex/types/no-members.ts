import type { TypeSymbol } from './symbols';

/** What a type has before its declaration is read; new lists at each call, as reading it adds to them. */
export function noMembers(): Pick<
  TypeSymbol,
  | 'typeParameters'
  | 'superclass'
  | 'interfaces'
  | 'constructors'
  | 'methods'
  | 'variables'
  | 'constants'
  | 'innerTypes'
> {
  return {
    typeParameters: [],
    superclass: null,
    interfaces: [],
    constructors: [],
    methods: [],
    variables: [],
    constants: [],
    innerTypes: [],
  };
}
