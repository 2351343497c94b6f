import { JsonTokenizer, type JsonTokenRead } from './json-tokenizer';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { PlatformObject } from '../../runtime/values/platform-object';

/**
 * A System.JSONParser: walks through a text token by token.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_JsonParser.htm
 */
export class ApexJsonParser extends PlatformObject {
  current: JsonTokenRead | null = null;
  lastCleared: JsonTokenRead | null = null;
  /** Names of the members that the walk is in; null within arrays. */
  private readonly names: (string | null)[] = [null];
  private readonly tokenizer: JsonTokenizer;

  constructor(runtime: ApexRuntime, text: string) {
    super();
    this.tokenizer = new JsonTokenizer(runtime, text);
  }

  override get typeName(): string {
    return 'JSONParser';
  }

  /** Name of the member that the current token is, or is the value of. */
  get currentName(): string | null {
    const isStart = this.current?.kind === 'START_OBJECT' || this.current?.kind === 'START_ARRAY';
    return this.names.at(isStart ? -2 : -1) ?? null;
  }

  /** Goes on to the next token; null at the end. @throws JSONException */
  next(): JsonTokenRead | null {
    this.current = this.tokenizer.next();
    switch (this.current?.kind) {
      case 'START_OBJECT':
      case 'START_ARRAY':
        this.names.push(null);
        break;
      case 'END_OBJECT':
      case 'END_ARRAY':
        this.names.pop();
        break;
      case 'FIELD_NAME':
        this.names[this.names.length - 1] = this.current.text;
        break;
      default:
    }
    return this.current;
  }

  /** From the start of an object or array to its end. */
  skipChildren(): void {
    if (this.current?.kind !== 'START_OBJECT' && this.current?.kind !== 'START_ARRAY') return;
    const around = this.tokenizer.depth - 1;
    while (this.tokenizer.depth > around && this.next());
  }
}
