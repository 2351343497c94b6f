import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SessionStore } from '../api';
import { ApiError } from '../core';
import type { LocalOrg } from '../org';
import type { Message, MessageKind } from '../outbox';

/**
 * Routes that no real org has, for the tools of the local org: `GET /local-org/clock` answers the org's time,
 * `POST /local-org/clock {"advanceMs": 1000}` moves it, `GET /local-org/outbox?since=12` answers the messages after the
 * one of that id, `GET /local-org/events?after=12&topic=Order_Event__e` the events after that ReplayId. Administrators
 * only.
 */
export function registerControlRoutes(app: FastifyInstance, org: LocalOrg, sessions: SessionStore): void {
  const administratorsOnly = (
    request: FastifyRequest,
    _reply: FastifyReply,
    done: (error?: Error) => void,
  ): void => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const session = token === undefined ? undefined : sessions.find(token);
    const allowed = session && org.access.hasUserPermission(session.user, 'ModifyAllData');
    done(allowed ? undefined : new ApiError('INVALID_SESSION_ID', 'Session expired or invalid'));
  };
  const now = (): { now: string } => ({ now: new Date(org.clock.now()).toISOString() });

  app.get('/local-org/clock', { onRequest: administratorsOnly }, () => now());
  app.post('/local-org/clock', { onRequest: administratorsOnly }, (request) => {
    org.advanceClock(readAdvance(request.body));
    return now();
  });
  app.get('/local-org/outbox', { onRequest: administratorsOnly }, (request) => ({
    messages: readMessages(org, request.query as Record<string, string | undefined>),
  }));
  app.get('/local-org/events', { onRequest: administratorsOnly }, (request) => {
    const { after, topic } = request.query as Record<string, string | undefined>;
    return {
      events: org.events.read({
        ...(after !== undefined && { after: Number(after) }),
        ...(topic !== undefined && { topics: [topic] }),
      }),
    };
  });
}

/** `since` is the id of the last message that was read. */
function readMessages(org: LocalOrg, query: Readonly<Record<string, string | undefined>>): Message[] {
  const { since, kind, recipient, relatedRecordId } = query;
  return org.outbox.list({
    ...(since !== undefined && { since: Number(since) }),
    ...(isMessageKind(kind) && { kind }),
    ...(recipient !== undefined && { recipient }),
    ...(relatedRecordId !== undefined && { relatedRecordId }),
  });
}

function isMessageKind(text: string | undefined): text is MessageKind {
  return text === 'email' || text === 'notification' || text === 'chatter';
}

function readAdvance(body: unknown): number {
  const parsed: unknown = Buffer.isBuffer(body) ? JSON.parse(body.toString('utf8')) : body;
  const advanceMs = (parsed as { advanceMs?: unknown } | null)?.advanceMs;
  if (typeof advanceMs !== 'number' || !Number.isFinite(advanceMs)) {
    throw new ApiError('JSON_PARSER_ERROR', 'advanceMs must be a number of milliseconds');
  }
  return advanceMs;
}
