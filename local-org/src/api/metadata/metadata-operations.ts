import { ApiError, MAX_API_VERSION } from '../../core';
import { describeMetadata } from '../../metadata';
import type { LocalOrg } from '../../org';
import type { SoapAnswer, SoapCall } from '../soap/soap-endpoint';
import {
  booleanOf,
  elementOf,
  listOf,
  textOf,
  type SoapElement,
  type SoapValue,
} from '../soap/soap-envelope';
import type { XmlNode } from '../soap/soap-writer';
import { readDeployOptions } from './deploy-options';
import { deployResultBody } from './deploy-result-body';
import { requireMetadataAccess } from './metadata-access';

/**
 * Operations of the Metadata API by name.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_calls_intro.htm
 */
export function metadataOperations(org: LocalOrg): Readonly<Record<string, (call: SoapCall) => SoapAnswer>> {
  const operations: Record<string, (call: SoapCall) => XmlNode> = {
    deploy: ({ arguments: args, session }) => {
      const zip = Buffer.from(textOf(args['ZipFile'] ?? args['zipFile']) ?? '', 'base64');
      const id = org.metadata.deploy(zip, deployOptions(args), session.user);
      return { result: { done: false, id, state: 'Queued' } };
    },
    deployRecentValidation: ({ arguments: args, session }) => ({
      result: org.metadata.deployRecentValidation(requireText(args, 'validationId'), session.user),
    }),
    checkDeployStatus: ({ arguments: args }) => ({
      result: deployResultBody(
        org.metadata.deployResult(requireText(args, 'asyncProcessId')),
        booleanOf(args['includeDetails']),
      ),
    }),
    cancelDeploy: ({ arguments: args }) => {
      const id = requireText(args, 'String' in args ? 'String' : 'id');
      org.metadata.cancelDeploy(id);
      return { result: { done: org.metadata.deployResult(id).done, id } };
    },
    retrieve: ({ arguments: args }) => retrieve(org, elementOf(args['retrieveRequest'] ?? args['request'])),
    checkRetrieveStatus: ({ arguments: args }) => retrieveStatus(org, requireText(args, 'asyncProcessId')),
    describeMetadata: () => {
      const { metadataObjects, ...rest } = describeMetadata();
      return { result: { metadataObjects: metadataObjects.map((type) => ({ ...type })), ...rest } };
    },
    listMetadata: ({ arguments: args }) => ({
      result: listOf(args['queries']).flatMap((query) =>
        org.metadata.list(requireText(elementOf(query), 'type')).map((properties) => ({ ...properties })),
      ),
    }),
  };
  return Object.fromEntries(
    Object.entries(operations).map(([name, run]) => [
      name,
      (call: SoapCall): SoapAnswer => {
        requireMetadataAccess(org, call.session.user);
        return { body: run(call) };
      },
    ]),
  );
}

function deployOptions(args: SoapElement) {
  const options = elementOf(args['DeployOptions'] ?? args['deployOptions']);
  return readDeployOptions({
    ...Object.fromEntries(Object.entries(options).map(([name, value]) => [name, textOf(value)])),
    runTests: listOf(options['runTests']).map((value) => textOf(value) ?? ''),
  });
}

function retrieve(org: LocalOrg, request: SoapElement): XmlNode {
  const types = listOf(elementOf(request['unpackaged'])['types']).map((value: SoapValue) => {
    const type = elementOf(value);
    return {
      name: requireText(type, 'name'),
      members: listOf(type['members']).map((member) => textOf(member) ?? ''),
    };
  });
  const apiVersion = Number(textOf(request['apiVersion']) ?? MAX_API_VERSION);
  return { result: { done: false, id: org.metadata.retrieve(types, apiVersion), state: 'Queued' } };
}

function retrieveStatus(org: LocalOrg, id: string): XmlNode {
  const { zip, fileProperties, messages, ...result } = org.metadata.retrieveResult(id);
  return {
    result: {
      ...result,
      fileProperties: fileProperties.map((properties) => ({ ...properties })),
      messages: messages.map((message) => ({ ...message })),
      ...(zip ? { zipFile: Buffer.from(zip).toString('base64') } : {}),
    },
  };
}

function requireText(args: SoapElement, name: string): string {
  const text = textOf(args[name]);
  if (text === undefined) throw new ApiError('REQUIRED_FIELD_MISSING', `Required element ${name} is missing`);
  return text;
}
