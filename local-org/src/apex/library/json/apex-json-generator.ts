import { JsonOutput } from './json-output';
import { PlatformObject } from '../../runtime/values/platform-object';

/**
 * A System.JSONGenerator.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_JsonGenerator.htm
 */
export class ApexJsonGenerator extends PlatformObject {
  readonly output: JsonOutput;
  closed = false;

  constructor(pretty: boolean) {
    super();
    this.output = new JsonOutput(pretty);
  }

  override get typeName(): string {
    return 'JSONGenerator';
  }
}
