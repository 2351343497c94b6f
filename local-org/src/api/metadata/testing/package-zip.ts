import { strToU8, zipSync } from 'fflate';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A package.xml: `packageXml({ CustomField: ['Account.Score__c'] })`. */
export function packageXml(members: Readonly<Record<string, readonly string[]>>): string {
  const types = Object.entries(members).map(
    ([type, names]) =>
      `<types>${names.map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Package ${NAMESPACE}>${types.join('')}<version>67.0</version></Package>`;
}

/** Packs files by path. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([path, text]): [string, Uint8Array] => [path, strToU8(text)]);
  return zipSync(Object.fromEntries(entries));
}

/** A custom object with a number field and a validation rule whose formula is given. */
export function objectZip(objectName: string, ruleFormula: string): Uint8Array {
  return zipOf({
    'package.xml': packageXml({
      CustomObject: [objectName],
      CustomField: [`${objectName}.Quantity__c`],
      ValidationRule: [`${objectName}.Quantity_Positive`],
    }),
    [`objects/${objectName}.object`]: `<CustomObject ${NAMESPACE}>
      <deploymentStatus>Deployed</deploymentStatus>
      <fields><fullName>Quantity__c</fullName><label>Quantity</label><precision>6</precision><scale>0</scale><type>Number</type></fields>
      <label>Part</label><nameField><label>Part Name</label><type>Text</type></nameField><pluralLabel>Parts</pluralLabel>
      <sharingModel>ReadWrite</sharingModel>
      <validationRules><fullName>Quantity_Positive</fullName><active>true</active><errorConditionFormula>${ruleFormula}</errorConditionFormula><errorMessage>Too few</errorMessage></validationRules>
    </CustomObject>`,
  });
}
