/** Thrown by an element that fails: the interview takes the fault path, or ends with an error. */
export class FlowFault extends Error {
  constructor(
    /** What `$Flow.FaultMessage` reads. */
    message: string,
  ) {
    super(message);
    this.name = 'FlowFault';
  }
}

/** Thrown where no fault path helps: a limit, or a defect of the flow. */
export class FlowLimitFault extends FlowFault {}

/** The fault of reading from, or assigning to, a record that no element has set. */
export function notSet(path: string): FlowFault {
  return new FlowFault(
    `The flow failed to access the value for ${path} because it hasn't been set or assigned.`,
  );
}

/** Where the platform explains codes, as fault messages of record elements end. */
const EXCEPTION_CODES = 'You can look up ExceptionCode values in the SOAP API Developer Guide.';

/** `This error occurred when the flow tried to update records: CODE: message. You can look up ...` */
export function recordFaultMessage(verb: 'create' | 'update' | 'delete' | 'look up', reason: string): string {
  return `This error occurred when the flow tried to ${verb} records: ${reason}. ${EXCEPTION_CODES}`;
}
