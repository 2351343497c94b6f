import type { ClassDeclaration, Expression, Statement } from './ast';
import { parseAnonymous, parseClass, parseTrigger } from './parse-apex';
import { SyntaxCache } from './syntax-cache';

function classOf(source: string): ClassDeclaration {
  const { unit, problems } = parseClass(source);
  expect(problems).toEqual([]);
  if (unit?.kind !== 'type' || unit.declaration.kind !== 'class') throw new Error('no class');
  return unit.declaration;
}

function statementsOf(source: string): readonly Statement[] {
  const { unit, problems } = parseAnonymous(source);
  expect(problems).toEqual([]);
  if (unit?.kind !== 'anonymous') throw new Error('no block');
  return unit.declaration.body;
}

function expressionOf(source: string): Expression {
  const [statement] = statementsOf(`x = ${source};`);
  if (statement?.kind !== 'expression' || statement.expression.kind !== 'assign') throw new Error('no value');
  return statement.expression.value;
}

describe('parseClass', () => {
  it('reads modifiers, annotations, inner types and all kinds of members', () => {
    const declaration = classOf(`
      @IsTest(SeeAllData=true)
      public inherited sharing virtual class A extends B.C implements D, Iterable<E> {
        @AuraEnabled(cacheable=true) public static final Integer ONE = 1, TWO;
        public String name { get; private set { name = value; } }
        static { }
        { }
        public A(Integer a) { this(); }
        protected override List<Id>[] run(final Set<Id> ids) { return null; }
        enum Color { RED, GREEN }
        interface Shape { void draw(); }
      }`);
    expect(declaration.modifiers).toEqual(['public', 'inherited sharing', 'virtual']);
    expect(declaration.annotations).toMatchObject([
      { name: 'IsTest', parameters: [{ name: 'SeeAllData', value: 'true' }] },
    ]);
    expect(declaration.superclass?.parts.map(({ name }) => name)).toEqual(['B', 'C']);
    expect(declaration.interfaces).toHaveLength(2);
    expect(declaration.members.map(({ kind }) => kind)).toEqual([
      'field',
      'property',
      'initializer',
      'initializer',
      'constructor',
      'method',
      'type',
      'type',
    ]);
    const [, property] = declaration.members;
    expect(property).toMatchObject({
      declaration: { getter: { body: null }, setter: { modifiers: ['private'], body: { kind: 'block' } } },
    });
    expect(declaration.members[5]).toMatchObject({
      declaration: {
        returnType: { arrayDepth: 1, parts: [{ name: 'List', arguments: [{ parts: [{ name: 'Id' }] }] }] },
        parameters: [{ name: { text: 'ids' }, modifiers: ['final'] }],
        line: 9,
      },
    });
  });

  it.each([
    ['class A { void f() { Integer x = 1 } }', 1, 36, "Missing ';' at '}'"],
    ['class A {\n  Integer x = ;\n}', 2, 15, "Unexpected token ';'."],
    ['class A { void f() { if (x { } } }', 1, 28, "Missing ')' at '{'"],
    ["class A { String s = 'a\\q'; }", 1, 22, "Illegal character sequence '\\q' in string literal."],
    ["class A { String s = 'abc; }", 1, 22, 'Line breaks are not allowed in string literals'],
    ['class A {', 1, 10, "Unexpected token '<EOF>'."],
    ['', 1, 1, "Unexpected token '<EOF>'."],
    [`class A { # ${'# '.repeat(200)}}`, 1, 11, "Unrecognized symbol '#'"],
    ['class A { Integer x = ; # }', 1, 23, "Unexpected token ';'."],
  ])('reports the first fault of %j at its place', (source, line, column, message) => {
    const { unit, problems } = parseClass(source);
    expect(unit).toBeNull();
    expect(problems).toEqual([{ line, column, message: expect.stringContaining(message) as string }]);
  });
});

describe('parseTrigger', () => {
  it('reads object, events, methods and statements', () => {
    const { unit } = parseTrigger(
      'trigger T on Account (before insert, after undelete) { Integer i = 0; void help() {} help(); }',
    );
    expect(unit).toMatchObject({
      kind: 'trigger',
      declaration: {
        name: { text: 'T' },
        objectName: { text: 'Account' },
        events: ['before insert', 'after undelete'],
        methods: [{ name: { text: 'help' } }],
        body: [{ kind: 'local' }, { kind: 'expression' }],
      },
    });
  });
});

describe('parseAnonymous', () => {
  it('takes statements, methods, classes and variables with modifiers in any order', () => {
    const { unit } = parseAnonymous('final Integer x = 1; class A {} static void f() {} f();');
    expect(unit).toMatchObject({
      declaration: {
        body: [{ kind: 'local', modifiers: ['final'] }, { kind: 'expression' }],
        types: [{ name: { text: 'A' } }],
        methods: [{ name: { text: 'f' } }],
      },
    });
  });

  it.each([
    ['1 + 2 * 3', { kind: 'binary', operator: '+', right: { kind: 'binary', operator: '*' } }],
    ['(1 + 2) * 3', { kind: 'binary', operator: '*', left: { operator: '+', parenthesized: true } }],
    ['a <> b', { kind: 'binary', operator: '!=' }],
    ['a >>> 2', { kind: 'binary', operator: '>>>' }],
    ['a ?? b', { kind: 'binary', operator: '??' }],
    ['a?.b', { kind: 'field', safe: true, name: { text: 'b' } }],
    ['a.b(1, 2)[0]', { kind: 'index', target: { kind: 'call', arguments: [{}, {}] } }],
    ['(List<Id>) y', { kind: 'cast', operand: { kind: 'name' } }],
    ['-1', { kind: 'unary', operator: '-' }],
    ['i++', { kind: 'postfix', operator: '++' }],
    ['a instanceof Account', { kind: 'instanceOf' }],
    ['a ? b : c', { kind: 'conditional' }],
    ['Account.class', { kind: 'classLiteral', type: { parts: [{ name: 'Account' }] } }],
    ['1.50', { kind: 'literal', type: 'decimal', text: '1.50' }],
    ['2.0d', { kind: 'literal', type: 'double', text: '2.0' }],
    ['3L', { kind: 'literal', type: 'long', text: '3' }],
    ["'It\\'s \\u0041\\n'", { kind: 'literal', type: 'string', text: "It's A\n" }],
    ["'''\n  two\n  lines'''", { kind: 'literal', type: 'string', text: '  two\n  lines' }],
    ['new Integer[3]', { kind: 'new', type: { arrayDepth: 1 }, creator: { kind: 'arraySize' } }],
    ['new Integer[]{1, 2}', { creator: { kind: 'elements', elements: [{}, {}] } }],
    ['new Set<Id>{a}', { type: { arrayDepth: 0 }, creator: { kind: 'elements', elements: [{}] } }],
    ["new Map<String, Integer>{'a' => 1}", { creator: { kind: 'entries', entries: [[{}, {}]] } }],
    ['new List<Id>{}', { creator: { kind: 'elements', elements: [] } }],
    ["new Account(Name = 'x')", { creator: { kind: 'arguments', arguments: [{ kind: 'assign' }] } }],
  ])('reads %s', (source, expected) => {
    expect(expressionOf(source)).toMatchObject(expected);
  });

  it('keeps the text of a query and reads its binds', () => {
    expect(expressionOf('[SELECT Id FROM Account WHERE Id IN :a.b(1) LIMIT :n]')).toMatchObject({
      kind: 'soql',
      text: 'SELECT Id FROM Account WHERE Id IN :a.b(1) LIMIT :n',
      binds: [
        { text: 'a.b(1)', expression: { kind: 'call' } },
        { text: 'n', expression: { kind: 'name' } },
      ],
    });
    expect(expressionOf('[FIND :text IN ALL FIELDS RETURNING Account(Id)]')).toMatchObject({
      kind: 'sosl',
      binds: [{ text: 'text' }],
    });
  });

  it('reads all statements', () => {
    const kinds = statementsOf(`
      if (a) b(); else { }
      for (Integer i = 0; i < 3; i++) { }
      for (Account a : rows) b();
      while (true) break;
      do { continue; } while (a);
      try { } catch (System.DmlException e) { } finally { }
      switch on x { when 1, -2 { } when 'a' { } when Account acc { } when else { } }
      insert as user x;
      upsert x Account.External_Id__c;
      merge a b;
      System.runAs(u) { }
      throw e;
      return;`).map(({ kind }) => kind);
    expect(kinds).toEqual(
      'if for forEach while doWhile try switch dml dml merge runAs throw return'.split(' '),
    );
  });

  it('reads a text of five thousand parts without running out of stack', () => {
    expect(expressionOf(Array.from({ length: 5000 }, () => "'a'").join(' + ')).kind).toBe('binary');
  });
});

describe('SyntaxCache', () => {
  it('parses a source once, and reads its tree back in another process', () => {
    const stored = new Map<string, string>();
    const storage = {
      get: (key: string) => stored.get(key),
      put: (key: string, text: string) => void stored.set(key, text),
    };
    const cache = new SyntaxCache(storage);
    const first = cache.parse('class', 'public class A { }');
    expect(cache.parse('class', 'public class A { }')).toBe(first);
    expect(stored.size).toBe(1);
    expect(new SyntaxCache(storage).parse('class', 'public class A { }')).toEqual(first);
  });

  it('keeps no broken source', () => {
    const put = jest.fn();
    new SyntaxCache({ get: () => undefined, put }).parse('class', 'public class {');
    expect(put).not.toHaveBeenCalled();
  });
});
