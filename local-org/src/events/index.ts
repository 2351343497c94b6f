/**
 * The event bus: platform events and change events, their log, and who gets them.
 *
 * | task                                  | function                                                        |
 * |---------------------------------------|-----------------------------------------------------------------|
 * | make the bus                          | `createEventBus(dependencies)`                                  |
 * | publish                               | `dml.insert('Order_Event__e', ...)` checks, then `bus.publish`   |
 * | subscribe in this process             | `bus.addSubscribers((topic) => [...])`                          |
 * | get a batch again, or from a point on | throw `RetryDelivery`, `delivery.setResumeCheckpoint(replayId)`  |
 * | subscribe from outside                | `bus.topicsOf`, `bus.positionOf`, `bus.read`, `bus.onPublished`  |
 */
export type { ChangeEventHeader, ChangeType } from './change-capture/change-event';
export { createEventBus, type EventBusDependencies } from './create-event-bus';
export { eventRecord } from './event-record';
export { decodeReplayId, encodeReplayId } from './replay-id';
export { isSystemTopic, SYSTEM_TOPICS } from './system-topics';
export * from './types';
