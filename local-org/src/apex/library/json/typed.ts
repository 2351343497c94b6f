import type { ApexRuntime } from '../../runtime/apex-runtime';
import { enumValue } from '../../runtime/values/apex-enum';
import { instanceVariables } from '../../runtime/values/apex-instance';
import { ApexList } from '../../runtime/values/apex-list';
import { ApexMap } from '../../runtime/values/apex-map';
import { ApexSet } from '../../runtime/values/apex-set';
import type { ApexValue } from '../../runtime/values/apex-value';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import type { ApexType, ClassApexType } from '../../types/apex-type';
import type { VariableSymbol } from '../../types/symbols';
import type { JsonNode } from './json-node';
import { readRecord } from './record-from-json';
import { valueReader } from './typed-values';

/**
 * Reads JSON into values of types, as `JSON.deserialize` does; `strict` refuses names that a class has not.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Json.htm
 */
export class TypedReader {
  constructor(
    private readonly runtime: ApexRuntime,
    private readonly strict: boolean,
  ) {}

  /** @throws JSONException when the JSON does not fit the type */
  read(node: JsonNode, type: ApexType): ApexValue {
    if (node.kind === 'value' && node.token === 'VALUE_NULL') return null;
    if (type.kind === 'sobject')
      return readRecord(this.runtime, node, type, (part, of) => this.read(part, of));
    if (type.kind !== 'class') return this.fail(`Apex Type unsupported in JSON: ${type.name}`);
    const readValue = valueReader(type.name);
    if (readValue) {
      if (node.kind !== 'value') return this.fail('Illegal value for primitive');
      return readValue(this.runtime, node.text, node);
    }
    if (type.symbol.kind === 'enum') return this.readEnum(node, type);
    return type.symbol.origin === 'platform'
      ? this.readCollection(node, type)
      : this.readInstance(node, type);
  }

  private readEnum(node: JsonNode, type: ClassApexType): ApexValue {
    const name = node.kind === 'value' ? node.text : '';
    // UNVERIFIED: the text of the exception for a name in JSON that an enum has not.
    return enumValue(this.runtime.types, type.symbol, name) ?? this.fail(`Illegal value for enum: ${name}`);
  }

  private readCollection(node: JsonNode, type: ClassApexType): ApexValue {
    switch (type.symbol.simpleName) {
      case 'List':
        return new ApexList(type, this.elements(node, type));
      case 'Set': {
        const set = new ApexSet(type);
        for (const element of this.elements(node, type)) set.add(this.runtime, element);
        return set;
      }
      case 'Map':
        return this.readMap(node, type);
      default:
        return this.readStruct(node, type);
    }
  }

  /** An object of a platform class: results of saves and actions, which tests make so. */
  private readStruct(node: JsonNode, type: ClassApexType): PlatformStruct {
    const members = type.symbol.jsonMembers;
    if (!members) return this.fail(`Apex Type unsupported in JSON: ${type.name}`);
    if (node.kind !== 'object') return this.expectedObject();
    const struct = new PlatformStruct(type.symbol.qualifiedName);
    for (const [name, value] of node.members) {
      const member = members.get(name);
      if (member) struct.values[name] = this.read(value, member);
      else if (this.strict) this.fail(`Unknown field: ${type.name}.${name}`);
    }
    return struct;
  }

  private elements(node: JsonNode, { arguments: [element] }: ClassApexType): ApexValue[] {
    if (node.kind !== 'array' || !element) {
      return this.fail("Malformed JSON: Expected '[' at the beginning of List/Set");
    }
    return node.elements.map((each) => this.read(each, element));
  }

  private readMap(node: JsonNode, type: ClassApexType): ApexMap {
    const [keyType, valueType] = type.arguments;
    if (node.kind !== 'object' || !keyType || !valueType) return this.expectedObject();
    const map = new ApexMap(type);
    for (const [name, value] of node.members) {
      const key = this.read({ kind: 'value', token: 'VALUE_STRING', text: name }, keyType);
      map.put(this.runtime, key, this.read(value, valueType));
    }
    return map;
  }

  /** UNVERIFIED: names in JSON and of fields are compared without regard to case. */
  private readInstance(node: JsonNode, type: ClassApexType): ApexValue {
    if (node.kind !== 'object') return this.expectedObject();
    const instance = this.runtime.instantiate(type);
    const fields = instance as unknown as Record<string, ApexValue>;
    const variables = new Map(instanceVariables(type).map((each) => [each.name.toLowerCase(), each]));
    for (const [name, value] of node.members) {
      const variable = this.writable(variables.get(name.toLowerCase()), name, type);
      if (variable) fields[variable.slot] = this.read(value, variable.type);
    }
    return instance;
  }

  /** The variable that a name fills, or undefined when it is passed over. */
  private writable(
    variable: VariableSymbol | undefined,
    name: string,
    type: ClassApexType,
  ): VariableSymbol | undefined {
    if (!variable) return this.strict ? this.fail(`Unknown field: ${type.name}.${name}`) : undefined;
    const isWritable =
      !variable.isTransient && (variable.property === null || variable.property.setter !== null);
    if (isWritable) return variable;
    return this.strict ? this.fail(`Field is not deserializable: ${type.name}.${variable.name}`) : undefined;
  }

  private expectedObject(): never {
    return this.fail("Malformed JSON: Expected '{' at the beginning of object");
  }

  private fail(message: string): never {
    return this.runtime.throwNew('System.JSONException', message);
  }
}
