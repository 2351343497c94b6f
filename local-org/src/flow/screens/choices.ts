import { numberOf, textOf } from '../../metadata';
import type { FlowDynamicChoiceSet } from '../definition/resources';
import { recordFiltersOf } from '../definition/conditions';
import type { ScreenField } from '../elements/screen';
import { fetchRecords } from '../interview/fetch-records';
import { jsonOf } from '../interview/input-values';
import type { Interview } from '../interview/interview';
import { textOfValue } from '../interview/text-of-value';

/** A choice as the page shows it. */
export interface ShownChoice {
  readonly name: string;
  readonly label: string;
  readonly value: unknown;
}

/** The choices of a screen component: fixed ones, those of a picklist, and those of records. */
export function choicesOf(interview: Interview, field: ScreenField): readonly ShownChoice[] {
  return field.choiceReferences.flatMap((reference): ShownChoice[] => {
    const resource = interview.flow.resources.get(reference.toLowerCase());
    if (resource?.kind === 'choice') {
      const label = interview.text(resource.text);
      return [{ name: resource.name, label, value: jsonOf(interview.resolve(resource.name)) ?? label }];
    }
    return resource?.kind === 'choiceSet' ? choicesOfSet(interview, resource) : [];
  });
}

function choicesOfSet(interview: Interview, { name, content }: FlowDynamicChoiceSet): ShownChoice[] {
  const picklistField = textOf(content, 'picklistField');
  const { schema } = interview.run.catalogue;
  if (picklistField !== undefined) {
    const field = schema.find(textOf(content, 'picklistObject') ?? '')?.field(picklistField);
    const active = (field?.picklist?.values ?? []).filter((value) => value.active);
    return active.map(({ label, value }) => ({ name: `${name}.${value}`, label, value }));
  }
  const displayField = textOf(content, 'displayField') ?? 'Name';
  const valueField = textOf(content, 'valueField') ?? 'Id';
  const [records = []] = fetchRecords([interview], {
    objectName: textOf(content, 'object') ?? '',
    filters: recordFiltersOf(content),
    sortField: textOf(content, 'sortField') ?? null,
    descending: textOf(content, 'sortOrder') === 'Desc',
    limit: numberOf(content, 'limit') ?? null,
  });
  const { session, context } = interview.run;
  return records.map((record) => ({
    name: `${name}.${record.id ?? ''}`,
    label: textOfValue(record.get(displayField, session), undefined, context.user),
    value: record.get(valueField, session),
  }));
}
