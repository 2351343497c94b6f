import { booleanOf, childName, objectsOf, parentName, textOf, type Component } from '../../../metadata';
import { syncSetupRows } from '../setup-rows';
import type { Projection } from './projection';

/** UNVERIFIED: how the kinds of record editability are named in LockType. */
const LOCK_TYPES: Readonly<Record<string, string>> = { AdminOnly: 'Admin', AdminOrCurrentApprover: 'Node' };

/** Approval processes and their steps as records: instances, nodes and clients refer to them. */
export const projectApprovalProcesses: Projection = ({ target, components }) => {
  const processes = components.all('ApprovalProcess');
  const ids = syncSetupRows(target, {
    objectName: 'ProcessDefinition',
    key: ['TableEnumOrId', 'DeveloperName'],
    rows: processes.map(({ fullName, content }) => ({
      DeveloperName: childName(fullName),
      Name: textOf(content, 'label') ?? fullName,
      Description: textOf(content, 'description') ?? null,
      Type: 'Approval',
      TableEnumOrId: parentName(fullName),
      LockType: LOCK_TYPES[textOf(content, 'recordEditability') ?? ''] ?? 'Admin',
      State: booleanOf(content, 'active') ? 'Active' : 'Inactive',
    })),
  });
  syncSetupRows(target, {
    objectName: 'ProcessNode',
    key: ['ProcessDefinitionId', 'DeveloperName'],
    rows: processes.flatMap((process, i) => stepRows(process, ids[i] ?? '')),
  });
};

function stepRows({ content }: Component, definitionId: string): Record<string, string | null>[] {
  return objectsOf(content, 'approvalStep').map((step) => ({
    ProcessDefinitionId: definitionId,
    DeveloperName: textOf(step, 'name') ?? null,
    Name: textOf(step, 'label') ?? null,
    Description: textOf(step, 'description') ?? null,
  }));
}
