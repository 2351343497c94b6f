import type { Procedure } from '../procedure';

/** Hygiene rules whose flag does not follow them, or that nobody counts. */
export function checkHygiene({ hygiene, fields, flows }: Procedure): readonly string[] {
  const counted = [...fields.values()].filter(({ name }) => name === 'Hygiene_Flag_Count__c');
  return [
    ...(flows.some(({ reads }) => reads.has('Hygiene_Policy__mdt'))
      ? []
      : ['hygiene: no flow reads Hygiene_Policy__mdt']),
    ...hygiene.flatMap((rule) => {
      const formula = fields.get(rule.flagField)?.formula ?? '';
      return [
        ...['Active__c', 'Threshold__c']
          .filter((field) => !formula.includes(`$CustomMetadata.Hygiene_Policy__mdt.${rule.name}.${field}`))
          .map((field) => `${rule.flagField} does not read its ${field}`),
        ...(counted.some((count) => count.formula.includes(`${rule.flagField},`))
          ? []
          : [`${rule.flagField} is not counted`]),
      ].map((problem) => `hygiene ${rule.name}: ${problem}`);
    }),
  ];
}
