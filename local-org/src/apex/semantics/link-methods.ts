import type { Node } from '../syntax/ast';
import type { ApexType, ClassApexType } from '../types/apex-type';
import { substitute } from '../types/substitute';
import type { MethodSymbol, TypeSymbol } from '../types/symbols';
import { assignment } from './conversions';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';
import type { DeclareContext } from './declare-context';
import { isComplete } from './declare-supertypes';
import { INVALID_TYPE } from './invalid-type';
import { sameParameters } from './members';
import { isNarrower } from './modifier-rules';
import { isPlatform, isSubtype, supertypesOf } from './subtypes';
import { methodInMessage, typeInMessage } from './type-in-message';
import { isVisible } from './visibility';

/** Methods of Object that a class may have its own of without saying that they override. */
const OVERRIDE_NOT_NEEDED: ReadonlySet<string> = new Set(['equals', 'hashcode']);

/** What methods of platform interfaces may return instead of what the interface says. */
const OTHER_RESULTS: Readonly<Record<string, readonly string[]>> = {
  'database.batchable.start': ['Database.QueryLocator'],
};

/**
 * Finds what each method of a class overrides or implements, gives it the slots of that, and reports what breaks the
 * rules. Superclasses must have been worked off before.
 * @param positions where each method of the class is declared
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_extending.htm
 */
export class MethodLinker {
  constructor(
    private readonly context: DeclareContext,
    private readonly positions: ReadonlyMap<MethodSymbol, Node>,
  ) {}

  /** @param at the class's name */
  link(symbol: TypeSymbol, at: Node): void {
    if (symbol.kind !== 'class') return;
    for (const method of symbol.methods) if (!method.isStatic) this.linkOverride(method);
    const isConcrete = !symbol.isAbstract;
    if (isConcrete) this.checkAbstractMethods(symbol, at);
    for (const type of this.allInterfaces(symbol)) {
      for (const method of type.symbol.methods) this.linkInterfaceMethod(symbol, type, method, at);
    }
  }

  private linkOverride(method: MethodSymbol): void {
    const { owner } = method;
    const base = this.findOverridden(method);
    const report = (message: string): void => this.report(method, message);
    const hidden = base ? undefined : this.findHiddenAbstract(method);
    if (hidden) return addSlots(method, hidden.slots);
    if (!base) {
      const isKnown = isComplete(owner) && !typesOf(method).includes(INVALID_TYPE);
      if (method.isOverride && isKnown) report(MESSAGES.overridesNothing(signatureOf(method)));
      if (method.access === 'private' && (owner.isVirtual || owner.superclass))
        method.slots = [privateSlot(method)];
      return;
    }
    if (base.isStatic) return report(MESSAGES.staticOverridden(signatureOf(base), signatureOf(method)));
    if (!base.isVirtual && !base.isAbstract) return report(MESSAGES.notVirtual(signatureOf(method)));
    if (!method.isOverride && !isOverrideOptional(base))
      return report(MESSAGES.mustOverride(signatureOf(method)));
    // Public is wide enough for what is global in the superclass.
    const wanted = base.access === 'global' ? 'public' : base.access;
    if (!isOfObject(base) && isNarrower(method.access, wanted)) {
      report(MESSAGES.reducedVisibility(signatureOf(method)));
    }
    if (base.returnType !== method.returnType && method.returnType !== INVALID_TYPE) {
      const types = [typeInMessage(method.returnType), typeInMessage(base.returnType)] as const;
      report(MESSAGES.returnTypesClash(...types, owner.qualifiedName));
    }
    addSlots(method, base.slots);
  }

  /** The method of a superclass, or of Object, that a method takes the place of. */
  private findOverridden(method: MethodSymbol): MethodSymbol | undefined {
    for (let type = method.owner.superclass?.symbol; type; type = type.superclass?.symbol) {
      const found = matching(type, method).find((base) => isVisible(base, base.owner, method.owner));
      if (found) return found;
    }
    return matching(this.context.types.platform('Object').symbol, method)[0];
  }

  /** An abstract method without an access modifier: it is private, but subclasses elsewhere have to implement it. */
  private findHiddenAbstract(method: MethodSymbol): MethodSymbol | undefined {
    for (let type = method.owner.superclass?.symbol; type; type = type.superclass?.symbol) {
      const found = matching(type, method).find(({ isAbstract }) => isAbstract);
      if (found) return found;
    }
    return undefined;
  }

  private checkAbstractMethods(symbol: TypeSymbol, at: Node): void {
    const seen: MethodSymbol[] = [...symbol.methods];
    for (let type = symbol.superclass?.symbol; type; type = type.superclass?.symbol) {
      for (const method of type.methods) {
        if (method.isStatic) continue;
        const isDone = seen.some((other) => isSame(other, method));
        seen.push(method);
        if (method.isAbstract && !isDone) {
          this.context.problems.report(
            at,
            MESSAGES.abstractMissing(symbol.qualifiedName, signatureOf(method)),
          );
        }
      }
    }
  }

  private linkInterfaceMethod(symbol: TypeSymbol, type: ClassApexType, method: MethodSymbol, at: Node): void {
    const { types, problems } = this.context;
    const parameters = method.parameters.map((each) => substitute(each.type, type.arguments, types));
    const returnType = substitute(method.returnType, type.arguments, types);
    const signature = methodInMessage(method, parameters, returnType, typeInMessage(type));
    const found = this.findImplementation(symbol, method, parameters, returnType);
    if (!found) {
      if (!symbol.isAbstract) {
        problems.report(at, MESSAGES.interfaceMethodMissing(symbol.qualifiedName, signature));
      }
      return;
    }
    if (found.access === 'private' || found.access === 'protected') {
      problems.report(at, MESSAGES.interfaceMethodHidden(symbol.qualifiedName, signature));
    }
    addSlots(found, method.slots);
  }

  /** A static method implements one of an interface as well. */
  private findImplementation(
    symbol: TypeSymbol,
    method: MethodSymbol,
    parameters: readonly ApexType[],
    returnType: ApexType,
  ): MethodSymbol | undefined {
    const name = method.name.toLowerCase();
    for (let type: TypeSymbol | undefined = symbol; type; type = type.superclass?.symbol) {
      const found = type.methods.find(
        (each) =>
          each.name.toLowerCase() === name &&
          this.takes(each, parameters, method) &&
          this.returns(each, returnType, method),
      );
      if (found) return found;
    }
    return undefined;
  }

  /** Batch classes may narrow the scope: `List<Account>` where the interface says `List<SObject>`. */
  private takes(candidate: MethodSymbol, parameters: readonly ApexType[], { owner }: MethodSymbol): boolean {
    const own = candidate.parameters.map(({ type }) => type);
    if (owner.origin === 'user') return sameParameters(own, parameters);
    return (
      own.length === parameters.length &&
      own.every((type, i) => {
        const given = parameters[i];
        return given !== undefined && (type === given || isRecordList(given, type, this.context));
      })
    );
  }

  private returns(candidate: MethodSymbol, returnType: ApexType, { owner, name }: MethodSymbol): boolean {
    if (candidate.returnType === returnType) return true;
    if (owner.origin === 'user') return false;
    const others = OTHER_RESULTS[`${owner.qualifiedName}.${name}`.toLowerCase()] ?? [];
    if (others.some((other) => isPlatform(candidate.returnType, other))) return true;
    return (
      candidate.returnType.kind !== 'void' && isSubtype(candidate.returnType, returnType, this.context.types)
    );
  }

  /** All interfaces of a class, those of its superclasses and of other interfaces included. */
  private allInterfaces(symbol: TypeSymbol): ReadonlySet<ClassApexType> {
    const found = new Set<ClassApexType>();
    const collect = (type: ClassApexType): void => {
      if (found.has(type)) return;
      if (type.symbol.kind === 'interface') found.add(type);
      supertypesOf(type, this.context.types).forEach(collect);
    };
    collect(this.context.types.of(symbol));
    return found;
  }

  private report(method: MethodSymbol, message: string): void {
    this.context.problems.report(this.positions.get(method) ?? { line: method.line, column: 1 }, message);
  }
}

const isRecordList = (given: ApexType, type: ApexType, { types }: DeclareContext): boolean =>
  assignment(given, type, types)?.conversion?.kind === 'checked';

const isOfObject = ({ owner }: MethodSymbol): boolean => owner.qualifiedName === 'System.Object';

const isOverrideOptional = (method: MethodSymbol): boolean =>
  isOfObject(method) && OVERRIDE_NOT_NEEDED.has(method.name.toLowerCase());

const typesOf = ({ parameters }: MethodSymbol): readonly ApexType[] => parameters.map(({ type }) => type);

const signatureOf = (method: MethodSymbol): string =>
  methodInMessage(method, typesOf(method), method.returnType);

function isSame(left: MethodSymbol, right: MethodSymbol): boolean {
  return (
    left.name.toLowerCase() === right.name.toLowerCase() && sameParameters(typesOf(left), typesOf(right))
  );
}

function matching(type: TypeSymbol, method: MethodSymbol): MethodSymbol[] {
  return type.methods.filter((each) => isSame(each, method));
}

/** A private method is not overridden: a method of the same name in a subclass must not take its place. */
function privateSlot({ slots: [slot = ''], owner }: MethodSymbol): string {
  return `${slot}$${owner.qualifiedName}`;
}

/** The first slot of a static method is its place among the statics, so it counts apart from those of interfaces. */
function addSlots(method: MethodSymbol, slots: readonly string[]): void {
  const [own = '', ...others] = method.slots;
  const known = method.isStatic ? others : method.slots;
  const all = [...new Set([...known, ...slots])];
  method.slots = method.isStatic ? [own, ...all] : all;
}
