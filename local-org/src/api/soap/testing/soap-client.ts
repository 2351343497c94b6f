import { ADMIN, type RunningApi } from '../../testing/running-api';
import { elementOf, listOf, readEnvelope, textOf, type SoapElement, type SoapValue } from '../soap-envelope';

/** A SOAP answer: the content of the body's first element, which is a fault or `<operationResponse>`. */
export interface SoapReply {
  readonly status: number;
  /** `createResponse`, `Fault` */
  readonly name: string;
  readonly content: SoapElement;
  readonly xml: string;
}

export const PASSWORD = 'opensesame1';

/** Calls SOAP operations over HTTP with the administrator's session. */
export class SoapClient {
  constructor(
    private readonly api: RunningApi,
    private readonly path = '/services/Soap/u/67.0',
  ) {}

  /** Gives the administrator a password, which new orgs do not have. */
  static setPassword(api: RunningApi): void {
    const admin = api.org.users.findByUsername(ADMIN);
    if (admin) api.org.users.setPassword(admin.id, PASSWORD);
  }

  /** @param content XML inside the operation's element */
  async call(
    operation: string,
    content = '',
    headers = '',
    token: string | null = this.api.token,
  ): Promise<SoapReply> {
    const session = token === null ? '' : `<SessionHeader><sessionId>${token}</sessionId></SessionHeader>`;
    const text =
      '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<soapenv:Header>${session}${headers}</soapenv:Header><soapenv:Body><${operation}>${content}</${operation}></soapenv:Body></soapenv:Envelope>`;
    const { status, body } = await this.api.send('POST', this.path, {
      text,
      headers: { 'content-type': 'text/xml', soapaction: '""' },
    });
    const { operation: name, arguments: contentOfBody } = readEnvelope(String(body));
    return { status, name, content: contentOfBody, xml: String(body) };
  }

  /** The `result` elements of an answer. @throws Error on a fault */
  async results(operation: string, content = '', headers = ''): Promise<readonly SoapValue[]> {
    const reply = await this.call(operation, content, headers);
    if (reply.name === 'Fault') throw new Error(textOf(reply.content['faultstring']));
    return listOf(reply.content['result']);
  }

  /** The first `result` element. */
  async result(operation: string, content = '', headers = ''): Promise<SoapElement> {
    return elementOf((await this.results(operation, content, headers))[0]);
  }
}
