import { parseXml } from './xml-element';

describe('parseXml', () => {
  const root = parseXml(
    '<?xml version="1.0"?><Flow><label>A &amp; B</label><start><object>Task</object></start><x>1</x><x>2</x></Flow>',
  );

  it('reads texts by path, as texts', () => {
    expect(root.at('label')).toBe('A & B');
    expect(root.at('start', 'object')).toBe('Task');
    expect(root.at('start', 'schedule', 'startTime')).toBeUndefined();
  });

  it('reads a repeated element as a list, and a missing one as none', () => {
    expect(root.texts('x')).toEqual(['1', '2']);
    expect(root.all('y')).toEqual([]);
    expect(root.everyText).toEqual(['A & B', 'Task', '1', '2']);
  });
});
