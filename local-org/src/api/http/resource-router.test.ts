import type { ResourceHandler } from './resource';
import { handlerOf, ResourceRouter } from './resource-router';
import { NO_CONTENT } from './responses';

const handler: ResourceHandler = () => NO_CONTENT;

function router(): ResourceRouter {
  const resources = new ResourceRouter();
  resources.add(
    { path: '/sobjects/:object/:id', GET: handler, PATCH: handler },
    { path: '/sobjects/:object/describe', GET: handler },
    { path: '/hidden', unlisted: true, GET: handler },
  );
  return resources;
}

describe('ResourceRouter', () => {
  it('prefers a fixed word to a parameter', () => {
    const match = router().match('/sobjects/Account/describe');
    expect(match.resource.path).toBe('/sobjects/:object/describe');
    expect(match.parameters).toEqual({ object: 'Account' });
  });

  it('decodes parameters', () => {
    expect(router().match('/sobjects/Account/a%20b').parameters).toEqual({ object: 'Account', id: 'a b' });
  });

  it.each(['/sobjects', '/sobjects/Account/1/2', '/sobjects/Account/%E0%A4%A'])(
    'knows no resource at %s',
    (path) => {
      expect(() => router().match(path)).toThrow('The requested resource does not exist');
    },
  );

  it('lists first parts of paths, without those of unlisted resources', () => {
    expect(router().topLevelNames()).toEqual(['sobjects']);
  });

  it('answers HEAD by GET and names the methods that are allowed', () => {
    const { resource } = router().match('/sobjects/Account/1');
    expect(handlerOf(resource, 'HEAD')).toBe(handler);
    expect(() => handlerOf(resource, 'POST')).toThrow(
      "HTTP Method 'POST' not allowed. Allowed are HEAD,GET,PATCH",
    );
    expect(() => handlerOf(resource, 'maxBodyBytes')).toThrow("HTTP Method 'maxBodyBytes' not allowed");
  });
});
